-- says: refused, but should be accepted: a learner opens three lessons, one of them by an untidy name
CREATE OR REPLACE FUNCTION tidy_lesson_id() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.lesson_id := lower(trim(NEW.lesson_id));
END $$
