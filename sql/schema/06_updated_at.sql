-- The trigger that keeps updated_at, after its function: the guide prints the trigger first, which cannot run.

CREATE OR REPLACE FUNCTION update_updated_at_column()
RETURNS TRIGGER AS $$
BEGIN
  NEW.updated_at = NOW();
  RETURN NEW;
END;
$$ LANGUAGE plpgsql;

CREATE TRIGGER update_lesson_progress_updated_at
BEFORE UPDATE ON lesson_progress
  FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();

COMMENT ON FUNCTION update_updated_at_column() IS
  'Sets updated_at. Decided: NOW(), the time the transaction began, as printed; two updates of one transaction get the same time.';
COMMENT ON TRIGGER update_lesson_progress_updated_at ON lesson_progress IS
  'As printed: every UPDATE of a row, also one that changes nothing; not INSERT. It leaves last_accessed_at alone.';
