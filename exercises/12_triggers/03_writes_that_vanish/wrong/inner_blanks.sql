-- says: not so: blanks within a name stay
CREATE OR REPLACE FUNCTION tidy_lesson_id() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; NEW.lesson_id := lower(replace(NEW.lesson_id, ' ', '')); RETURN NEW; END $$;
