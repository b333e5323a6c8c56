-- = writes over what was there: add to time_spent_seconds.
-- has: set time_spent_seconds = :at_first
-- says: not so: both rows have the seconds of both devices (in every order)
BEGIN;
SELECT FROM lesson_progress WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id IN (:first, :second) ORDER BY lesson_id FOR UPDATE;
UPDATE lesson_progress SET time_spent_seconds = :at_first WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = :first;
UPDATE lesson_progress SET time_spent_seconds = :at_second WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = :second;
COMMIT;
