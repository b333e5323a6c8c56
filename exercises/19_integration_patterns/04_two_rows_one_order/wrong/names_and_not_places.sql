-- The rows are taken in one order, and :at_first goes to the lesser name. It belongs to :first, whichever name that is.
-- has: least
-- says: not so: both rows have the seconds of both devices (in every order)
BEGIN;
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + :at_first
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = least(:first, :second);
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + :at_second
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = greatest(:first, :second);
COMMIT;
