-- lower() makes titles equal that are not, and then the id decides. The question orders by the title as it is.
-- has: lower
-- says: rows
INSERT INTO lesson_progress (user_id, course_id, lesson_id, attempts, score)
SELECT u.id, c.id, 'joins', 1, 80
FROM users AS u CROSS JOIN (SELECT id FROM courses ORDER BY lower(title), id LIMIT 1) AS c
ON CONFLICT (user_id, course_id, lesson_id) DO UPDATE
SET attempts = lesson_progress.attempts + 1, score = EXCLUDED.score, last_accessed_at = now()
