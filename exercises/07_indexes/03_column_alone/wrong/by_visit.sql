-- The last visit is not the completion: people look at a lesson again after they have completed it, or before.
-- says: extra rows
SELECT user_id, course_id, lesson_id FROM lesson_progress
WHERE last_accessed_at > now() - INTERVAL '7 days'
