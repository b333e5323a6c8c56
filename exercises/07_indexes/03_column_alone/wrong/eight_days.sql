-- The edge lies 7 days back, and not 8.
-- says: extra rows
SELECT user_id, course_id, lesson_id
FROM lesson_progress
WHERE completed_at > now() - INTERVAL '8 days'
