-- The locks come first, and in the order of each device: that makes the same circle. Which order do both agree on?
-- has: for update
-- has: :first
-- says: a session fails: deadlock detected (SQLSTATE 40P01) (where they overlap)
-- says: not so: both rows have the seconds of both devices (where they overlap)
BEGIN;
SELECT FROM lesson_progress WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = :first FOR UPDATE;
SELECT FROM lesson_progress WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = :second FOR UPDATE;
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + CASE lesson_id WHEN :first THEN :at_first ELSE :at_second END
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id IN (:first, :second);
COMMIT;
