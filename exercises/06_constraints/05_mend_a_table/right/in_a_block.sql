-- All of it in one block: CHECK says that three columns are known, a unique index that a pair is there once.
DO $$
BEGIN
  UPDATE enrolment SET seats = 1 WHERE seats IS NULL;
  ALTER TABLE enrolment ALTER COLUMN seats SET DEFAULT 1;
  ALTER TABLE enrolment ADD CONSTRAINT known CHECK (num_nulls(user_id, course_id, seats) = 0);
  CREATE UNIQUE INDEX enrolment_user_course ON enrolment (user_id, course_id);
  ALTER TABLE enrolment ADD CONSTRAINT span CHECK (coalesce(ends > begins, ends IS NULL));
END $$;
