-- says: not so: the guide's trigger still moves updated_at, and the other columns are left alone
-- says: Only completed_at is yours to write. Another column has changed that the UPDATE does not name, or updated_at is no longer moved.
CREATE FUNCTION done() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.completed_at := now(); NEW.last_accessed_at := now(); RETURN NEW; END $$;
CREATE TRIGGER done BEFORE UPDATE ON lesson_progress FOR EACH ROW WHEN (NEW.completed AND NOT OLD.completed) EXECUTE FUNCTION done();
