-- With a WHERE, DO UPDATE may leave the row as it is. Who has begun earlier has a now() before that of the row, and its seconds are lost.
-- says: not so: the seconds of all are there (where they overlap)
INSERT INTO lesson_progress (user_id, course_id, lesson_id, time_spent_seconds) VALUES (:uuid_u, :uuid_c, 'joins', :seconds)
ON CONFLICT (user_id, course_id, lesson_id) DO UPDATE
SET time_spent_seconds = lesson_progress.time_spent_seconds + EXCLUDED.time_spent_seconds, last_accessed_at = now()
WHERE lesson_progress.last_accessed_at < now();
