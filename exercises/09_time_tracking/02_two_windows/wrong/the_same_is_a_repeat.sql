-- A report of as many seconds as the row has is taken for a repetition, and is lost. Two windows may report
-- the same.
-- has: <>
-- has: where
-- says: not so: the seconds of all are there
INSERT INTO lesson_progress AS p (user_id, course_id, lesson_id, time_spent_seconds)
VALUES (:uuid_u, :uuid_c, 'joins', :seconds)
ON CONFLICT (user_id, course_id, lesson_id) DO UPDATE
SET time_spent_seconds = p.time_spent_seconds + EXCLUDED.time_spent_seconds
WHERE p.time_spent_seconds <> EXCLUDED.time_spent_seconds;
