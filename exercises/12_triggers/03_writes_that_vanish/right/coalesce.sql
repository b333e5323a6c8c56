-- NEW where there is one, OLD where there is none; the IF may stay as it was.
CREATE OR REPLACE FUNCTION tidy_lesson_id() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'DELETE' AND NEW.lesson_id <> lower(trim(NEW.lesson_id)) THEN
    NEW.lesson_id := lower(trim(NEW.lesson_id));
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
