-- FOR EACH ROW is called once for each row: two rows, two lines.
-- says: not so: a DELETE of two rows leaves one row
-- says: not so: a row without a time counts, with 0 seconds
-- says: not so: a cascade is counted
-- says: not so: a DELETE of several learners' rows in two courses leaves one row
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO deletion (lessons, seconds) VALUES (1, coalesce(OLD.time_spent_seconds, 0)); RETURN NULL; END $$;
CREATE TRIGGER t AFTER DELETE ON lesson_progress FOR EACH ROW EXECUTE FUNCTION f();
