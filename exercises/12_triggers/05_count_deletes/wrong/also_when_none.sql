-- says: not so: a DELETE that finds no row leaves none
-- says: No row was deleted. The DELETE must work all the same, and leave nothing.
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO deletion (lessons, seconds) SELECT count(*), coalesce(sum(time_spent_seconds), 0) FROM gone; RETURN NULL; END $$;
CREATE TRIGGER t AFTER DELETE ON lesson_progress REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION f();
