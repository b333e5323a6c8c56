-- coalesce makes false of unknown: one rule for both. UNIQUE and NOT NULL do what the key does.
UPDATE enrolment SET seats = coalesce(seats, 1);
ALTER TABLE enrolment ALTER user_id SET NOT NULL, ALTER course_id SET NOT NULL, ALTER seats SET NOT NULL;
ALTER TABLE enrolment ALTER seats SET DEFAULT 1;
CREATE UNIQUE INDEX enrolment_once ON enrolment (course_id, user_id);
ALTER TABLE enrolment ADD CONSTRAINT enrolment_in_order CHECK (ends IS NULL OR coalesce(ends > begins, false));
