-- replace writes another name than the one that was sent. Only capitals, and blanks around the name, are
-- untidy.
-- has: replace(
-- says: not so: a long name is stored whole
CREATE OR REPLACE FUNCTION tidy_lesson_id() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  NEW.lesson_id := replace(lower(trim(NEW.lesson_id)), '_', '-');
  RETURN NEW;
END $$;
