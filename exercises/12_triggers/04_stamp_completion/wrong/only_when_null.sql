-- "No time yet" is not "not completed yet": a lesson that was reopened has a time.
-- says: not so: whatever time the UPDATE brings
-- says: not so: a lesson that was reopened gets a new time when it is completed again
-- says: not so: several lessons at once get their time, and only those that were open
-- says: not so: also when that time is still to come
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.completed_at := now(); RETURN NEW; END $$;
CREATE TRIGGER t BEFORE UPDATE ON lesson_progress FOR EACH ROW WHEN (NEW.completed AND NEW.completed_at IS NULL) EXECUTE FUNCTION f();
