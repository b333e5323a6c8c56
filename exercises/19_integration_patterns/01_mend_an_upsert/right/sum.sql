-- With an alias; what is there plus what comes, whatever its number.
INSERT INTO lesson_progress AS p (user_id, course_id, lesson_id, attempts, score, last_accessed_at)
SELECT u.id, (SELECT id FROM courses ORDER BY title, id LIMIT 1), 'joins', 1, 80, now() FROM users AS u
WHERE EXISTS (SELECT FROM courses)
ON CONFLICT ON CONSTRAINT lesson_progress_user_id_course_id_lesson_id_key DO UPDATE
SET attempts = p.attempts + EXCLUDED.attempts, score = EXCLUDED.score, last_accessed_at = EXCLUDED.last_accessed_at;
