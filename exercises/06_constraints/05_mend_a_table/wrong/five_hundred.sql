-- says: refused, but should be accepted: many people, a day, and a course of years
-- says: Your rule asks more than was wanted: any number of seats above 0, any end after the beginning.
UPDATE enrolment SET seats = 1 WHERE seats IS NULL;
ALTER TABLE enrolment ALTER seats SET DEFAULT 1, ALTER seats SET NOT NULL, ADD CHECK (seats <= 500), ADD PRIMARY KEY (user_id, course_id), ADD CHECK (ends IS NULL OR begins IS NOT NULL);
