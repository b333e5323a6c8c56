-- An end is never missing its beginning: when ends is there, none of the two is NULL.
ALTER TABLE enrolment ALTER seats SET DEFAULT 1;
UPDATE enrolment SET seats = DEFAULT WHERE seats IS NULL;
ALTER TABLE enrolment ALTER seats SET NOT NULL, ADD UNIQUE (user_id, course_id),
  ALTER user_id SET NOT NULL, ALTER course_id SET NOT NULL,
  ADD CHECK (num_nulls(begins, ends) = 0 OR ends IS NULL);
