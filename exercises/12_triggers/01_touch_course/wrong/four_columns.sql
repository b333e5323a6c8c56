-- says: not so: an UPDATE of the time when the row was made, or of its id, moves it too
-- says: not so: an UPDATE that moves the row to another course, or learner, moves it too
-- says: The trigger is for every UPDATE, whichever column it sets: one of created_at, or of id, does not move updated_at.
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.updated_at := now(); RETURN NEW; END $$;
CREATE TRIGGER touch BEFORE UPDATE OF progress_percentage, completed_lessons, last_accessed_at, updated_at ON course_progress FOR EACH ROW  EXECUTE FUNCTION touch();
