-- first_started_at is moved too: who has been there before started long ago.
-- says: missing rows
-- says: extra rows
INSERT INTO lesson_progress (user_id, course_id, lesson_id, time_spent_seconds)
SELECT u.id, c.id, 'joins', 60 FROM users AS u CROSS JOIN courses AS c
ON CONFLICT (user_id, course_id, lesson_id) DO UPDATE
SET time_spent_seconds = lesson_progress.time_spent_seconds + 60, first_started_at = now(), last_accessed_at = now();
