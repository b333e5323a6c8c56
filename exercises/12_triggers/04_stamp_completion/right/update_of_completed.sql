-- UPDATE OF completed: an UPDATE that does not name the column is not even asked about.
CREATE FUNCTION stamp_completion() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.completed_at := CURRENT_TIMESTAMP;
  RETURN NEW;
END $$;
CREATE TRIGGER stamp_completion BEFORE UPDATE OF completed ON lesson_progress
FOR EACH ROW WHEN (NOT OLD.completed AND NEW.completed) EXECUTE FUNCTION stamp_completion();
