-- last_accessed_at becomes now() in every case: greatest keeps a time that is ahead of it.
-- says: rows
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, completed_at)
SELECT u.id, c.id, 'joins', true, now() FROM users AS u CROSS JOIN courses AS c
ON CONFLICT (user_id, course_id, lesson_id) DO UPDATE
SET completed = true, completed_at = CASE WHEN lesson_progress.completed THEN lesson_progress.completed_at ELSE now() END,
    last_accessed_at = greatest(lesson_progress.last_accessed_at, now())
