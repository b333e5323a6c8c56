CREATE FUNCTION tidy_lesson_id() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.lesson_id <> lower(trim(NEW.lesson_id)) THEN
    NEW.lesson_id := lower(trim(NEW.lesson_id));
    RETURN NEW;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER tidy_lesson_id BEFORE INSERT OR UPDATE OR DELETE ON lesson_progress FOR EACH ROW EXECUTE FUNCTION tidy_lesson_id();
