-- On a DELETE there is no NEW. It is NULL, so the row is kept, even where the learner is deleted: a row of nobody remains.
-- says: not so: what was deleted is gone
-- says: not so: the lessons of a deleted course are gone
-- says: not so: the lessons of a deleted learner are gone
CREATE OR REPLACE FUNCTION tidy_lesson_id() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.lesson_id <> lower(trim(NEW.lesson_id)) THEN
    NEW.lesson_id := lower(trim(NEW.lesson_id));
  END IF;
  RETURN NEW;
END $$
