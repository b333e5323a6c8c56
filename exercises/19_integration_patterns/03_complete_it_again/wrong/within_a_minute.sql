-- A report within a minute of the first one stamps the completion anew. Who asks again does so at once, and
-- the first time is to stay.
-- says: missing rows
-- says: extra rows
INSERT INTO lesson_progress AS p (user_id, course_id, lesson_id, completed, completed_at)
SELECT u.id, c.id, 'joins', true, now() FROM users AS u CROSS JOIN courses AS c
ON CONFLICT (user_id, course_id, lesson_id) DO UPDATE
SET completed = true, last_accessed_at = now(),
    completed_at = CASE WHEN p.completed_at < now() - INTERVAL '1 minute' THEN p.completed_at ELSE now() END
