-- greatest() keeps the later of the two times. Who writes last may have begun first, and the question wants its now().
-- says: not so: each device leaves its own now()
INSERT INTO lesson_progress AS p (user_id, course_id, lesson_id, time_spent_seconds)
VALUES (:uuid_u, :uuid_c, 'joins', :seconds)
ON CONFLICT (user_id, course_id, lesson_id) DO UPDATE
SET time_spent_seconds = p.time_spent_seconds + EXCLUDED.time_spent_seconds, last_accessed_at = greatest(p.last_accessed_at, now());
