-- The locks are taken in the order of the names, which is the same for everybody: who is first at the first row is first at the second. What is done
-- under them may come in any order.
BEGIN;
SELECT FROM lesson_progress
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id IN (:first, :second)
ORDER BY lesson_id FOR UPDATE;
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + :at_first
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = :first;
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + :at_second
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = :second;
COMMIT;
