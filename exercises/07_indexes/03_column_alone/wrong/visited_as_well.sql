-- When a lesson was completed is asked, and nothing else: a condition on last_accessed_at leaves rows out.
-- says: missing rows
SELECT user_id, course_id, lesson_id FROM lesson_progress
WHERE completed_at > now() - INTERVAL '168 hours' AND last_accessed_at > now() - INTERVAL '168 hours'
