-- says: accepted, but should be refused: a name that is there already once it is tidy
CREATE OR REPLACE FUNCTION tidy_lesson_id() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  NEW.lesson_id := lower(trim(NEW.lesson_id));
  IF TG_OP = 'INSERT' AND EXISTS (SELECT FROM lesson_progress AS lp
      WHERE lp.user_id = NEW.user_id AND lp.course_id = NEW.course_id AND lp.lesson_id = NEW.lesson_id) THEN
    RETURN NULL;
  END IF;
  RETURN NEW;
END $$;
