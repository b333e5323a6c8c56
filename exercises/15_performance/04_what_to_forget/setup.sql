CREATE TABLE forget (user_id UUID NOT NULL, course_id UUID NOT NULL, noted_at TIMESTAMPTZ NOT NULL DEFAULT now());
-- rows that go with their course are deleted as the owner of lesson_progress
GRANT ALL ON forget TO PUBLIC;
