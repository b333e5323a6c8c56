-- says: a session fails: deadlock detected (SQLSTATE 40P01) (where they overlap)
-- says: not so: both rows have the seconds of both devices (where they overlap)
-- says: The locks come first, and in the order of each device: that makes the same circle. Which order do both agree on?
BEGIN;
SELECT FROM lesson_progress WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id IN (:first, :second) ORDER BY lesson_id <> :first FOR UPDATE;
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + :at_first WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = :first;
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + :at_second WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = :second;
COMMIT
