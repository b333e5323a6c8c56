-- WHEN lets the server look before it calls: the function runs for the rows that have just been completed, and for no others.
CREATE FUNCTION stamp_completion() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  NEW.completed_at := now();
  RETURN NEW;
END $$;
CREATE TRIGGER stamp_completion BEFORE UPDATE ON lesson_progress
FOR EACH ROW WHEN (NEW.completed AND NOT OLD.completed)
EXECUTE FUNCTION stamp_completion();
