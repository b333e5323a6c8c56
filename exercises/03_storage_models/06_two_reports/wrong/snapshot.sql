-- REPEATABLE READ and SERIALIZABLE do not count both: they refuse the second, and nobody begins again.
-- says: a session fails: could not serialize access due to concurrent update (SQLSTATE 40001) (where they overlap)
-- says: not so: the row has the seconds of both, and those from before (where they overlap)
BEGIN ISOLATION LEVEL REPEATABLE READ;
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + :seconds
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins';
COMMIT;
