-- The score of this try is to be written down, 80 in both cases. Your answer keeps a better one.
-- says: missing rows
INSERT INTO lesson_progress (user_id, course_id, lesson_id, attempts, score)
SELECT u.id, c.id, 'joins', 1, 80
FROM users AS u CROSS JOIN (SELECT id FROM courses ORDER BY title, id LIMIT 1) AS c
ON CONFLICT (user_id, course_id, lesson_id) DO UPDATE
SET attempts = lesson_progress.attempts + 1, score = greatest(lesson_progress.score, EXCLUDED.score), last_accessed_at = now();
