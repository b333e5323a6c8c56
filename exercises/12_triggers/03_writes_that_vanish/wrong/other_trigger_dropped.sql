-- says: not so: the guide's trigger still moves updated_at
CREATE OR REPLACE FUNCTION tidy_lesson_id() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.lesson_id := lower(trim(NEW.lesson_id)); RETURN NEW; END $$;
CREATE OR REPLACE TRIGGER tidy_lesson_id BEFORE INSERT OR UPDATE ON lesson_progress FOR EACH ROW EXECUTE FUNCTION tidy_lesson_id();
DROP TRIGGER update_lesson_progress_updated_at ON lesson_progress;
