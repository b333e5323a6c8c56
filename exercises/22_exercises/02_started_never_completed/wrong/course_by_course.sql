-- Started and completed are compared course by course: who has completed a lesson of another course belongs not to the answer.
-- says: extra rows
SELECT DISTINCT user_id FROM (SELECT user_id, course_id FROM lesson_progress WHERE first_started_at > now() - interval '30 days' EXCEPT SELECT user_id, course_id FROM lesson_progress WHERE completed_at > now() - interval '30 days') x
