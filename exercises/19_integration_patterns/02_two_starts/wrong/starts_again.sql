-- first_started_at is moved too. Whoever comes second changes when the lesson was first opened.
-- has: first_started_at =
-- says: not so: nothing else is said of the lesson (in every order)
INSERT INTO lesson_progress AS p (user_id, course_id, lesson_id, time_spent_seconds) VALUES (:uuid_u, :uuid_c, 'joins', :seconds)
ON CONFLICT (user_id, course_id, lesson_id) DO UPDATE
SET time_spent_seconds = p.time_spent_seconds + EXCLUDED.time_spent_seconds, first_started_at = now(), last_accessed_at = now();
