-- Each device takes its own :first, and then waits for what the other has taken: a circle. Take the rows in an order that both agree on, such as that of the names.
-- has: lesson_id = :first; update
-- says: a session fails: deadlock detected (SQLSTATE 40P01) (where they overlap)
-- says: not so: both rows have the seconds of both devices (where they overlap)
BEGIN;
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + :at_first
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = :first;
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + :at_second
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = :second;
COMMIT;
