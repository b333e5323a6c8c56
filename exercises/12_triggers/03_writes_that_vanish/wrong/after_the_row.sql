-- AFTER comes when the row is there with its untidy name. ON CONFLICT has not seen that it is one that is
-- there already, and the UPDATE that tidies it fails.
-- has: after insert
-- says: not so: ON CONFLICT finds the tidy name by an untidy one
CREATE OR REPLACE FUNCTION tidy_lesson_id() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE lesson_progress SET lesson_id = lower(trim(lesson_id))
  WHERE id = NEW.id AND lesson_id <> lower(trim(lesson_id));
  RETURN NULL;
END $$;
DROP TRIGGER tidy_lesson_id ON lesson_progress;
CREATE TRIGGER tidy_lesson_id AFTER INSERT OR UPDATE ON lesson_progress FOR EACH ROW
EXECUTE FUNCTION tidy_lesson_id();
