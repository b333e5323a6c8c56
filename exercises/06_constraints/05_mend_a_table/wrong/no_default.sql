-- A new booking that does not say how many is refused: nothing fills in the 1.
-- says: refused, but should be accepted: a booking that says nothing of seats
-- says: not so: such a booking is for one
-- says: refused, but should be accepted: an open end
-- says: refused, but should be accepted: one learner in two courses
-- says: refused for another reason: the same course twice
-- says: refused for another reason: an end before the beginning
-- says: refused for another reason: an end without a beginning
-- says: refused for another reason: the same course twice, at another time
-- says: refused for another reason: an end on the day of the beginning
UPDATE enrolment SET seats = 1 WHERE seats IS NULL;
ALTER TABLE enrolment ALTER seats SET NOT NULL, ADD PRIMARY KEY (user_id, course_id),
  ADD CHECK (ends IS NULL OR begins IS NOT NULL)
