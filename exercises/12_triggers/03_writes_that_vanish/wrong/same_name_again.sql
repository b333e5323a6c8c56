-- An UPDATE that writes the name that is there, untidily, is no change of the name. It may change other
-- columns, and RETURN NULL loses them.
-- has: return null
-- says: not so: a new name is tidied as well
CREATE OR REPLACE FUNCTION tidy_lesson_id() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  IF TG_OP = 'UPDATE' AND NEW.lesson_id <> OLD.lesson_id AND lower(trim(NEW.lesson_id)) = OLD.lesson_id THEN
    RETURN NULL;
  END IF;
  NEW.lesson_id := lower(trim(NEW.lesson_id));
  RETURN NEW;
END $$;
