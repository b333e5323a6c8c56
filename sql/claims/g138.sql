--@ sqlstate trigger_first: the trigger, while there is no function
DROP TRIGGER update_lesson_progress_updated_at ON lesson_progress;
DROP FUNCTION update_updated_at_column();
CREATE TRIGGER update_lesson_progress_updated_at BEFORE UPDATE ON lesson_progress
FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();
--@ sqlstate second_run: CREATE TRIGGER, where it is there
CREATE TRIGGER update_lesson_progress_updated_at BEFORE UPDATE ON lesson_progress
FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();
--@ sqlstate create_or_replace: CREATE OR REPLACE TRIGGER, where it is there
CREATE OR REPLACE TRIGGER update_lesson_progress_updated_at BEFORE UPDATE ON lesson_progress
FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();
