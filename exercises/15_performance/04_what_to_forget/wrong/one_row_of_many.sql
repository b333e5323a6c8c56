-- says: not so: lessons that several learners start are noted, each of them
-- says: One INSERT brings rows of several learners and courses, and not all of their pairs are noted.
CREATE FUNCTION f_new() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO forget SELECT user_id, course_id FROM n LIMIT 1; RETURN NULL; END $$;
CREATE FUNCTION f_old() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO forget SELECT user_id, course_id FROM o; RETURN NULL; END $$;
CREATE FUNCTION f_both() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO forget (user_id, course_id) SELECT user_id, course_id FROM o UNION SELECT user_id, course_id FROM n; RETURN NULL; END $$;
CREATE TRIGGER t1 AFTER INSERT ON lesson_progress REFERENCING NEW TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION f_new();
CREATE TRIGGER t2 AFTER DELETE ON lesson_progress REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION f_old();
CREATE TRIGGER t3 AFTER UPDATE ON lesson_progress REFERENCING OLD TABLE AS o NEW TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION f_both();
