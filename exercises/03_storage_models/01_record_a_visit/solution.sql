-- The UNIQUE key decides between the two, in one step: nobody can come in between a look and a write.
INSERT INTO lesson_progress (user_id, course_id, lesson_id, time_spent_seconds)
SELECT u.id, c.id, 'joins', 60 FROM users AS u CROSS JOIN courses AS c
ON CONFLICT (user_id, course_id, lesson_id) DO UPDATE
SET time_spent_seconds = lesson_progress.time_spent_seconds + EXCLUDED.time_spent_seconds,
    last_accessed_at = now();
