-- pg_trigger_depth() is more than 0 where another trigger sends the UPDATE: that one is left out, and it updates the row all the same.
-- has: pg_trigger_depth
-- says: not so: an UPDATE that a trigger of another table makes moves it too
CREATE TRIGGER touch BEFORE UPDATE ON course_progress FOR EACH ROW WHEN (pg_trigger_depth() = 0)
EXECUTE FUNCTION update_updated_at_column();
