-- The edge lies 7 days back, and not 6.
-- says: missing rows
SELECT user_id, course_id, lesson_id
FROM lesson_progress
WHERE completed_at > now() - INTERVAL '6 days'
