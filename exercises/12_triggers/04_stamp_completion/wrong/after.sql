-- AFTER UPDATE comes too late: the row is written, and what the function changes goes nowhere.
-- says: not so: a lesson that is completed gets the time of the transaction
-- says: not so: whatever time the UPDATE brings
-- says: not so: a lesson that was reopened gets a new time when it is completed again
-- says: not so: a lesson that is completed gets it whatever else the UPDATE changes
-- says: not so: several lessons at once get their time, and only those that were open
-- says: not so: also when that time is still to come
-- says: not so: an UPDATE that a trigger of another table makes completes a lesson as well
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.completed_at := now(); RETURN NEW; END $$;
CREATE TRIGGER t AFTER UPDATE ON lesson_progress FOR EACH ROW WHEN (NEW.completed AND NOT OLD.completed) EXECUTE FUNCTION f();
