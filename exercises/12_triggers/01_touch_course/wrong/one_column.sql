-- UPDATE OF progress_percentage fires only when that column is set.
-- says: not so: an UPDATE of another column moves it as well
-- says: not so: an UPDATE cannot set updated_at itself
-- says: not so: nor together with another column, nor to NULL
-- says: not so: an UPDATE of the time when the row was made, or of its id, moves it too
-- says: not so: an UPDATE that moves the row to another course, or learner, moves it too
-- says: not so: an UPDATE to a time to come, and once more, moves it to now as well
CREATE TRIGGER touch BEFORE UPDATE OF progress_percentage ON course_progress
FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();
