-- says: accepted, but should be refused: an end before the beginning
-- says: accepted, but should be refused: an end on the day of the beginning
-- says: ends > begins was a rule of the table, and it is gone.
UPDATE enrolment SET seats = 1 WHERE seats IS NULL;
ALTER TABLE enrolment DROP CONSTRAINT enrolment_check, ALTER seats SET DEFAULT 1, ALTER seats SET NOT NULL, ADD PRIMARY KEY (user_id, course_id), ADD CHECK (ends IS NULL OR begins IS NOT NULL);
