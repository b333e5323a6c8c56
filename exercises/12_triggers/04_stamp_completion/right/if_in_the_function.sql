-- The same condition inside the function, which is then called for every row that is updated.
CREATE FUNCTION stamp_completion() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.completed AND NOT OLD.completed THEN
    NEW.completed_at = transaction_timestamp();
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER stamp_completion BEFORE UPDATE ON lesson_progress FOR EACH ROW EXECUTE FUNCTION stamp_completion();
