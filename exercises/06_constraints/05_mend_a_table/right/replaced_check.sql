-- One CHECK says all of the span, in place of the one that let NULL through.
ALTER TABLE enrolment DROP CONSTRAINT enrolment_check;
ALTER TABLE enrolment ADD CONSTRAINT span CHECK (ends IS NULL OR (begins IS NOT NULL AND ends > begins));
ALTER TABLE enrolment ALTER COLUMN seats TYPE INTEGER USING coalesce(seats, 1), ALTER COLUMN seats SET DEFAULT 1;
ALTER TABLE enrolment ALTER COLUMN seats SET NOT NULL, ALTER user_id SET NOT NULL, ALTER course_id SET NOT NULL, ADD CONSTRAINT once UNIQUE (course_id, user_id);
