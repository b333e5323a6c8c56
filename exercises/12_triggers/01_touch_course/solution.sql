-- One function serves every table that has the column. BEFORE: the row can still be changed; FOR EACH ROW: there is one.
CREATE TRIGGER update_course_progress_updated_at
BEFORE UPDATE ON course_progress
FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();
