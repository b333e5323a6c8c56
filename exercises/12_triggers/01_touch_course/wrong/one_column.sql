-- UPDATE OF progress_percentage fires only when that column is set.
-- says: not so: an UPDATE cannot set updated_at itself
CREATE TRIGGER touch BEFORE UPDATE OF progress_percentage ON course_progress
FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();
