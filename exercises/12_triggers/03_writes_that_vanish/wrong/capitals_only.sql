-- WHEN lets the function see only names with capitals: blanks around a name in small letters stay.
-- says: not so: an untidy name is stored tidily
-- says: not so: a new name is tidied as well
-- has: when ( new.lesson_id
DROP TRIGGER tidy_lesson_id ON lesson_progress;
CREATE OR REPLACE FUNCTION tidy_lesson_id() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.lesson_id := lower(trim(NEW.lesson_id));
  RETURN NEW;
END $$;
CREATE TRIGGER tidy_lesson_id BEFORE INSERT OR UPDATE ON lesson_progress FOR EACH ROW
WHEN (NEW.lesson_id <> lower(NEW.lesson_id)) EXECUTE FUNCTION tidy_lesson_id();
