-- says: without RETURN
CREATE OR REPLACE FUNCTION tidy_lesson_id() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.lesson_id := lower(trim(NEW.lesson_id));
END $$
