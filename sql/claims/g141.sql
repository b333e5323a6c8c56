--@ do: neither trigger nor function
DROP TRIGGER update_lesson_progress_updated_at ON lesson_progress;
DROP FUNCTION update_updated_at_column();
--@ value rows_stamped_by_it: the one statement, a trigger that calls it, and an update of twelve rows
CREATE OR REPLACE FUNCTION update_updated_at_column() RETURNS TRIGGER AS $$
BEGIN
  NEW.updated_at = NOW();
  RETURN NEW;
END;
$$ LANGUAGE plpgsql;
CREATE TRIGGER update_lesson_progress_updated_at BEFORE UPDATE ON lesson_progress
FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();
UPDATE lesson_progress SET completed = true WHERE user_id = :mina AND course_id = :databases;
SELECT count(*) FROM lesson_progress WHERE updated_at = now();
