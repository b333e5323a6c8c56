-- A function that compares. Two whole rows are compared by their fields, and NULL equals NULL there.
CREATE FUNCTION only_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(OLD) = to_jsonb(NEW) THEN
    RETURN NULL;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER only_changes BEFORE UPDATE ON lesson_progress FOR EACH ROW EXECUTE FUNCTION only_changes();
