-- A score that may come and may not: coalesce(new, old) takes it where there is one. Here there never is.
INSERT INTO lesson_progress AS p (user_id, course_id, lesson_id, completed, completed_at, score, last_accessed_at)
SELECT u.id, c.id, 'joins', true, now(), NULL, now() FROM users AS u CROSS JOIN courses AS c
ON CONFLICT ON CONSTRAINT lesson_progress_user_id_course_id_lesson_id_key DO UPDATE
SET (completed, completed_at, score, last_accessed_at)
  = (EXCLUDED.completed, coalesce(p.completed_at, now()), coalesce(EXCLUDED.score, p.score), EXCLUDED.last_accessed_at);
