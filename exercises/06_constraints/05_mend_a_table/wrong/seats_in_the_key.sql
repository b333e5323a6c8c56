-- says: accepted, but should be refused: the same course twice, for another number of people
UPDATE enrolment SET seats = 1 WHERE seats IS NULL;
ALTER TABLE enrolment ALTER seats SET DEFAULT 1, ALTER user_id SET NOT NULL, ALTER course_id SET NOT NULL, ALTER seats SET NOT NULL, ADD UNIQUE (user_id, course_id, seats), ADD CHECK (ends IS NULL OR begins IS NOT NULL);
