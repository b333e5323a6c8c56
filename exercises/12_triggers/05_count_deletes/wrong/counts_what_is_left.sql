-- lesson_progress is what is left when the function is called; what is gone is in the transition table.
-- says: not so: a DELETE of one row leaves one row
-- says: not so: with the seconds of the row that is gone
-- says: not so: a DELETE of two rows leaves one row
-- says: not so: a row without a time counts, with 0 seconds
-- says: not so: also when it is the only one
-- says: not so: a sum that no INTEGER takes
-- says: not so: two statements leave two rows
-- says: not so: a DELETE that finds no row leaves none
-- says: not so: a cascade is counted
-- says: not so: a DELETE that a trigger of another table makes is counted
-- says: not so: a DELETE of several learners' rows in two courses leaves one row
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO deletion (lessons, seconds) SELECT count(*), coalesce(sum(time_spent_seconds), 0) FROM lesson_progress HAVING count(*) > 0; RETURN NULL; END $$;
CREATE TRIGGER t AFTER DELETE ON lesson_progress REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION f();
