-- The second lesson gets nothing.
-- has: :first
-- says: not so: both rows have the seconds of both devices (in every order)
-- says: not so: both rows were written by one transaction (in every order)
BEGIN;
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + :at_first
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = :first;
COMMIT;
