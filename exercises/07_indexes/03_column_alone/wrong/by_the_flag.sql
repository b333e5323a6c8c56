-- The stub asks completed_at alone. A condition on the flag loses a row in which it was forgotten.
-- says: missing rows
SELECT user_id, course_id, lesson_id FROM lesson_progress
WHERE completed AND completed_at > now() - INTERVAL '7 days'
