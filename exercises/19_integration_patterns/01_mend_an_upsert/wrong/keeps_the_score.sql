-- The score is that of the latest try: 80, also for who had another one. coalesce keeps what is known when nothing new is.
-- says: missing rows
INSERT INTO lesson_progress AS p (user_id, course_id, lesson_id, attempts, score)
SELECT u.id, c.id, 'joins', 1, 80 FROM users AS u CROSS JOIN (SELECT id FROM courses ORDER BY title, id LIMIT 1) AS c
ON CONFLICT (user_id, course_id, lesson_id) DO UPDATE
SET attempts = p.attempts + 1, score = coalesce(p.score, EXCLUDED.score), last_accessed_at = now()
