-- Every path ends with a row. On a DELETE it is OLD, there is no other; it even swallowed the deletes of a cascade.
CREATE OR REPLACE FUNCTION tidy_lesson_id() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  NEW.lesson_id := lower(trim(NEW.lesson_id));
  RETURN NEW;
END $$;
