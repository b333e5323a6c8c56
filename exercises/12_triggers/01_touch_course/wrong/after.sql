-- AFTER UPDATE comes too late: the row is written, and what the function changes goes nowhere.
-- says: not so: an UPDATE moves updated_at
-- says: not so: an UPDATE cannot set updated_at itself
CREATE TRIGGER touch AFTER UPDATE ON course_progress FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();
