-- A booking may leave both days open: begins is needed only where ends is known.
-- says: could not run
UPDATE enrolment SET seats = 1 WHERE seats IS NULL;
ALTER TABLE enrolment ALTER seats SET DEFAULT 1, ALTER seats SET NOT NULL, ADD PRIMARY KEY (user_id, course_id),
  ALTER begins SET NOT NULL
