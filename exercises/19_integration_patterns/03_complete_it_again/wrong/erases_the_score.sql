-- An argument that was left out is NULL, and NULL is a value like any other to SET: the score is gone.
-- says: missing rows
-- says: extra rows
-- says: NULL where a value is wanted
INSERT INTO lesson_progress AS p (user_id, course_id, lesson_id, completed, completed_at, score)
SELECT u.id, c.id, 'joins', true, now(), NULL FROM users AS u CROSS JOIN courses AS c
ON CONFLICT (user_id, course_id, lesson_id) DO UPDATE
SET completed = true, completed_at = coalesce(p.completed_at, now()), score = EXCLUDED.score, last_accessed_at = now()
