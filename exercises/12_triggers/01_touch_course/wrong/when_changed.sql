-- says: not so: an UPDATE that changes nothing else moves it too
-- says: Whenever a row is updated, says the question: an UPDATE that leaves every value as it is updates the row too.
CREATE TRIGGER t BEFORE UPDATE ON course_progress FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION update_updated_at_column();
