-- says: not so: a name from before the trigger is tidied by any update
DROP TRIGGER tidy_lesson_id ON lesson_progress;
CREATE OR REPLACE FUNCTION tidy_lesson_id() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.lesson_id := lower(trim(NEW.lesson_id));
  RETURN NEW;
END $$;
CREATE TRIGGER tidy_lesson_id BEFORE INSERT OR UPDATE OF lesson_id ON lesson_progress
FOR EACH ROW EXECUTE FUNCTION tidy_lesson_id();
