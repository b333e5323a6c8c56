-- last_accessed_at becomes now() in every case: greatest keeps a time that is ahead of it.
-- says: rows
INSERT INTO lesson_progress (user_id, course_id, lesson_id, time_spent_seconds)
SELECT u.id, c.id, 'joins', 60 FROM users AS u CROSS JOIN courses AS c
ON CONFLICT (user_id, course_id, lesson_id) DO UPDATE
SET time_spent_seconds = lesson_progress.time_spent_seconds + 60,
    last_accessed_at = GREATEST(lesson_progress.last_accessed_at, now());
