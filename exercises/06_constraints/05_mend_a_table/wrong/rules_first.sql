-- says: could not run
ALTER TABLE enrolment ALTER seats SET DEFAULT 1, ALTER seats SET NOT NULL, ADD PRIMARY KEY (user_id, course_id),
  ADD CHECK (ends IS NULL OR begins IS NOT NULL)
