-- WHEN leaves the completed lessons out: their names stay untidy.
-- has: not new.completed
-- says: not so: an untidy name is stored tidily
-- says: not so: a new name is tidied as well
DROP TRIGGER tidy_lesson_id ON lesson_progress;
CREATE OR REPLACE FUNCTION tidy_lesson_id() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.lesson_id := lower(trim(NEW.lesson_id));
  RETURN NEW;
END $$;
CREATE TRIGGER tidy_lesson_id BEFORE INSERT OR UPDATE ON lesson_progress FOR EACH ROW
WHEN (NOT NEW.completed) EXECUTE FUNCTION tidy_lesson_id();
