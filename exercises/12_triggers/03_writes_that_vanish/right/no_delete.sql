-- A trigger that has nothing to do on DELETE need not fire there. lower and trim leave a tidy name as it is: no IF is needed.
DROP TRIGGER tidy_lesson_id ON lesson_progress;
CREATE OR REPLACE FUNCTION tidy_lesson_id() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.lesson_id := lower(trim(NEW.lesson_id));
  RETURN NEW;
END $$;
CREATE TRIGGER tidy_lesson_id BEFORE INSERT OR UPDATE ON lesson_progress FOR EACH ROW EXECUTE FUNCTION tidy_lesson_id();
