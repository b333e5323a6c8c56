-- WHERE leaves out the rows of 0 seconds, and NULL > 0 is not true either. They were removed all the same, and count.
-- has: where time_spent_seconds > 0
-- says: not so: a row without a time counts, with 0 seconds
-- says: not so: also when it is the only one
-- says: not so: a cascade is counted
-- says: not so: a DELETE of several learners' rows in two courses leaves one row
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO deletion (lessons, seconds) SELECT count(*), sum(time_spent_seconds) FROM gone WHERE time_spent_seconds > 0 HAVING count(*) > 0; RETURN NULL; END $$;
CREATE TRIGGER t AFTER DELETE ON lesson_progress REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION f();
