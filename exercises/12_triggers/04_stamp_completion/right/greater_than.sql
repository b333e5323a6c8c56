-- Booleans have an order: true is more than false.
CREATE FUNCTION stamp_completion() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.completed_at := CASE WHEN NEW.completed > OLD.completed THEN now() ELSE NEW.completed_at END;
  RETURN NEW;
END $$;
CREATE TRIGGER stamp_completion BEFORE UPDATE ON lesson_progress FOR EACH ROW EXECUTE FUNCTION stamp_completion();
