-- The order is right. But REPEATABLE READ refuses a row that the other has changed meanwhile, and nobody begins again.
-- has: repeatable read
-- says: a session fails: could not serialize access due to concurrent update (SQLSTATE 40001) (where they overlap)
-- says: not so: both rows have the seconds of both devices (where they overlap)
BEGIN ISOLATION LEVEL REPEATABLE READ;
SELECT FROM lesson_progress WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id IN (:first, :second) ORDER BY lesson_id FOR UPDATE;
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + CASE lesson_id WHEN :first THEN :at_first ELSE :at_second END
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id IN (:first, :second);
COMMIT;
