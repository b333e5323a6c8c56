-- pg_trigger_depth() is more than 0 where another trigger writes the row: that one is left out, and its name
-- stays untidy.
-- has: pg_trigger_depth
-- says: not so: what a trigger of another table writes is tidied as well
DROP TRIGGER tidy_lesson_id ON lesson_progress;
CREATE OR REPLACE FUNCTION tidy_lesson_id() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.lesson_id := lower(trim(NEW.lesson_id));
  RETURN NEW;
END $$;
CREATE TRIGGER tidy_lesson_id BEFORE INSERT OR UPDATE ON lesson_progress FOR EACH ROW
WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION tidy_lesson_id();
