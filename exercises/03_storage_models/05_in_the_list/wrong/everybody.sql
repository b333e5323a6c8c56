-- Every document is in your answer. A condition must ask the list.
-- says: extra rows
SELECT user_id, course_id, jsonb_array_length(completed_lessons) FROM course_progress
