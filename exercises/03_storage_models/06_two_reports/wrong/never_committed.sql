-- says: a session fails: the script ends within a transaction (SQLSTATE 25000) (in every order)
-- says: not so: the row has the seconds of both, and those from before (in every order)
-- says: the COMMIT that belongs to it is not
BEGIN;
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + :seconds
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins';
