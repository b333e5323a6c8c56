-- A function that compares. In JSON, NULL is a value like any other, so that = will do; it costs more than the ready function.
CREATE FUNCTION only_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(OLD) = to_jsonb(NEW) THEN
    RETURN NULL;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER only_changes BEFORE UPDATE ON lesson_progress FOR EACH ROW EXECUTE FUNCTION only_changes();
