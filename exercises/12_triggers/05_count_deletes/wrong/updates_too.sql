-- says: could not run
-- says: transition tables
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO deletion (lessons, seconds) SELECT count(*), coalesce(sum(time_spent_seconds), 0) FROM gone HAVING count(*) > 0; RETURN NULL; END $$;
CREATE TRIGGER t AFTER DELETE OR UPDATE ON lesson_progress REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION f();
