-- count(column) leaves out the rows in which the column is NULL; count(*) counts all.
-- has: count ( time_spent_seconds )
-- says: not so: a row without a time counts, with 0 seconds
-- says: not so: also when it is the only one
-- says: not so: a cascade is counted
-- says: not so: a DELETE of several learners' rows in two courses leaves one row
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO deletion (lessons, seconds) SELECT count(time_spent_seconds), coalesce(sum(time_spent_seconds), 0) FROM gone HAVING count(*) > 0; RETURN NULL; END $$;
CREATE TRIGGER t AFTER DELETE ON lesson_progress REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION f();
