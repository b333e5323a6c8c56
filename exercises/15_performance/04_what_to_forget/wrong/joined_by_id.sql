-- Old and new rows are joined by id: where an UPDATE gives a row another id, they do not meet, and neither
-- is noted. UNION takes all of both.
-- says: not so: an UPDATE of any other column is noted
-- says: not so: a row that moves to another learner and another course is noted where it was and where it is
CREATE FUNCTION f_new() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO forget (user_id, course_id) SELECT user_id, course_id FROM n;
  RETURN NULL;
END $$;
CREATE FUNCTION f_old() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO forget (user_id, course_id) SELECT user_id, course_id FROM o;
  RETURN NULL;
END $$;
CREATE FUNCTION f_both() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO forget (user_id, course_id)
  SELECT pair.u, pair.c FROM o JOIN n ON o.id = n.id
  CROSS JOIN LATERAL (VALUES (o.user_id, o.course_id), (n.user_id, n.course_id)) AS pair (u, c);
  RETURN NULL;
END $$;
CREATE TRIGGER t1 AFTER INSERT ON lesson_progress REFERENCING NEW TABLE AS n
FOR EACH STATEMENT EXECUTE FUNCTION f_new();
CREATE TRIGGER t2 AFTER DELETE ON lesson_progress REFERENCING OLD TABLE AS o
FOR EACH STATEMENT EXECUTE FUNCTION f_old();
CREATE TRIGGER t3 AFTER UPDATE ON lesson_progress REFERENCING OLD TABLE AS o NEW TABLE AS n
FOR EACH STATEMENT EXECUTE FUNCTION f_both();
