-- says: not so: the other table with the guide's trigger is as it was
-- says: lesson_progress has the guide's trigger, and it no longer does what it did: its function serves that table too.
CREATE OR REPLACE FUNCTION update_updated_at_column() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF TG_TABLE_NAME = 'course_progress' THEN NEW.updated_at := now(); END IF; RETURN NEW; END $$;
CREATE TRIGGER t BEFORE UPDATE ON course_progress FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();
