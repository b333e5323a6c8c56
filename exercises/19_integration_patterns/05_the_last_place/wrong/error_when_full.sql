-- Whoever finds it full fails. That is no failure of the moment, so nobody runs it again: do nothing instead.
-- has: raise
-- says: a session fails: full (SQLSTATE P0001) (in every order)
BEGIN;
SELECT FROM workshop WHERE course_id = :uuid_c FOR UPDATE;
DO $$ BEGIN
  IF (SELECT count(*) FROM place WHERE course_id = :uuid_c) >= (SELECT places FROM workshop WHERE course_id = :uuid_c) THEN
    RAISE EXCEPTION 'full';
  END IF;
  INSERT INTO place (course_id, user_id) VALUES (:uuid_c, :learner);
END $$;
COMMIT;
