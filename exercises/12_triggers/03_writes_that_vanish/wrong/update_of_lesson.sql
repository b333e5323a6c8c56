-- says: not so: a new name is tidied as well
-- says: not so: what a trigger of another table writes is tidied as well
-- says: A name that comes by an UPDATE is not tidied, or the UPDATE is lost.
CREATE OR REPLACE FUNCTION tidy_lesson_id() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; IF TG_OP = 'INSERT' THEN NEW.lesson_id := lower(trim(NEW.lesson_id)); END IF; RETURN NEW; END $$;
