-- Nothing else changes: a first_started_at that is NULL stays NULL.
-- says: rows
INSERT INTO lesson_progress (user_id, course_id, lesson_id, time_spent_seconds)
SELECT u.id, c.id, 'joins', 60 FROM users AS u CROSS JOIN courses AS c
ON CONFLICT (user_id, course_id, lesson_id) DO UPDATE
SET time_spent_seconds = lesson_progress.time_spent_seconds + 60,
    last_accessed_at = now(),
    first_started_at = COALESCE(lesson_progress.first_started_at, now());
