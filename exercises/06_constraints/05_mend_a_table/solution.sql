-- The rows first, the rules after: NOT NULL is refused as long as a NULL is there. ends > begins is unknown where begins is NULL,
-- and unknown passes, so "begins is known" is a rule of its own.
UPDATE enrolment SET seats = 1 WHERE seats IS NULL;
ALTER TABLE enrolment
  ALTER seats SET DEFAULT 1,
  ALTER seats SET NOT NULL,
  ADD PRIMARY KEY (user_id, course_id),
  ADD CHECK (ends IS NULL OR begins IS NOT NULL);
