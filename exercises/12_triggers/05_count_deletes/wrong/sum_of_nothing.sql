-- The sum of nothing but NULL is NULL, and the column takes none: the DELETE itself fails.
-- has: sum(time_spent_seconds) from
-- has: having count(
-- says: not so: also when it is the only one
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO deletion (lessons, seconds) SELECT count(*), sum(time_spent_seconds) FROM gone HAVING count(*) > 0; RETURN NULL; END $$;
CREATE TRIGGER t AFTER DELETE ON lesson_progress REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION f();
