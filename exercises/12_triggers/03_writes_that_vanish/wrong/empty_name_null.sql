-- says: not so: a long name is stored whole
-- says: A long name is another one after your trigger than in lower case: nothing but capitals, and blanks around it, is to go.
CREATE OR REPLACE FUNCTION tidy_lesson_id() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  NEW.lesson_id := lower(left(trim(NEW.lesson_id), 12)); RETURN NEW;
END $$;
