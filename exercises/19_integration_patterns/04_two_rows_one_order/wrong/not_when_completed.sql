-- A lesson that is completed is open all the same: the seconds in it are reported, and are to be added.
-- has: and not completed
-- says: not so: both rows have the seconds of both devices (in every order)
-- says: not so: both rows were written by one transaction (in every order)
BEGIN;
SELECT FROM lesson_progress WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id IN (:first, :second)
ORDER BY lesson_id FOR UPDATE;
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + :at_first
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = :first AND NOT completed;
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + :at_second
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = :second AND NOT completed;
COMMIT;
