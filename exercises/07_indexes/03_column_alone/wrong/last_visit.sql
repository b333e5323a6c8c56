-- When a lesson was visited last is not when it was completed.
-- says: extra rows
SELECT user_id, course_id, lesson_id
FROM lesson_progress
WHERE last_accessed_at > now() - INTERVAL '7 days' AND completed
