-- When a cascade deletes the lessons of a course, the course is gone already: your question finds none, and
-- NULL keeps the row.
-- has: from courses
-- says: not so: the lessons of a deleted course are gone
CREATE OR REPLACE FUNCTION tidy_lesson_id() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF EXISTS (SELECT FROM courses WHERE id = OLD.course_id) THEN
      RETURN OLD;
    END IF;
    RETURN NULL;
  END IF;
  NEW.lesson_id := lower(trim(NEW.lesson_id));
  RETURN NEW;
END $$;
