-- The second INSERT waits for the first, finds its row and adds to it. Nobody can come in between.
INSERT INTO lesson_progress AS p (user_id, course_id, lesson_id, time_spent_seconds)
VALUES (:uuid_u, :uuid_c, 'joins', :seconds)
ON CONFLICT (user_id, course_id, lesson_id) DO UPDATE
SET time_spent_seconds = p.time_spent_seconds + EXCLUDED.time_spent_seconds, last_accessed_at = now();
