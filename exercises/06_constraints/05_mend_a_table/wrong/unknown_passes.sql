-- ends > begins is unknown where begins is NULL, and a CHECK refuses only what is false.
-- says: accepted, but should be refused: an end without a beginning
UPDATE enrolment SET seats = 1 WHERE seats IS NULL;
ALTER TABLE enrolment ALTER seats SET DEFAULT 1, ALTER seats SET NOT NULL, ADD PRIMARY KEY (user_id, course_id),
  ADD CHECK (begins < ends)
