-- says: not so: an UPDATE cannot set updated_at itself
-- says: not so: nor together with another column, nor to NULL
-- says: Whatever the UPDATE says: here one brings a time of its own for updated_at, and gets its way.
CREATE TRIGGER t BEFORE UPDATE ON course_progress FOR EACH ROW WHEN (NEW.updated_at = OLD.updated_at) EXECUTE FUNCTION update_updated_at_column();
