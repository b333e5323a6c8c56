-- OLD is right for a DELETE. For an UPDATE it puts back what was there, for an INSERT it is NULL.
-- says: not so: a tidy name is stored
-- says: not so: an update is stored
-- says: not so: what a trigger of another table writes is tidied as well
-- says: not so: ON CONFLICT finds the tidy name by an untidy one
-- says: accepted, but should be refused: a lesson of somebody whom nobody knows, as before
-- says: accepted, but should be refused: a lesson without a name, as before
-- says: accepted, but should be refused: a name that is there already once it is tidy
CREATE OR REPLACE FUNCTION tidy_lesson_id() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.lesson_id <> lower(trim(NEW.lesson_id)) THEN
    NEW.lesson_id := lower(trim(NEW.lesson_id));
    RETURN NEW;
  END IF;
  RETURN OLD;
END $$
