-- EXCLUDED is what was to be inserted, this device's seconds alone. The sum needs the row that is there as well.
-- has: excluded.time_spent_seconds
-- says: not so: the row has the seconds of all (in every order)
INSERT INTO lesson_progress (user_id, course_id, lesson_id, time_spent_seconds)
VALUES (:uuid_u, :uuid_c, 'joins', :seconds)
ON CONFLICT (user_id, course_id, lesson_id) DO UPDATE 
SET time_spent_seconds = EXCLUDED.time_spent_seconds, last_accessed_at = now()
