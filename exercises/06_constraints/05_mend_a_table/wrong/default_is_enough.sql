-- A default fills in what is not said. Whoever says NULL gets NULL: that is what NOT NULL refuses.
-- says: accepted, but should be refused: seats that are NULL
UPDATE enrolment SET seats = 1 WHERE seats IS NULL;
ALTER TABLE enrolment ALTER seats SET DEFAULT 1, ADD PRIMARY KEY (user_id, course_id),
  ADD CHECK (ends IS NULL OR begins IS NOT NULL)
