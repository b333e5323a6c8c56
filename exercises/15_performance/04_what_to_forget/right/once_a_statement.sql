-- Once a statement, with all its rows at hand: each pair is noted once, however many of its rows have changed.
CREATE FUNCTION note_new() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO forget (user_id, course_id) SELECT DISTINCT user_id, course_id FROM came;
  RETURN NULL;
END $$;
CREATE FUNCTION note_old() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO forget (user_id, course_id) SELECT DISTINCT user_id, course_id FROM went;
  RETURN NULL;
END $$;
CREATE FUNCTION note_both() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO forget (user_id, course_id) SELECT user_id, course_id FROM went UNION SELECT user_id, course_id FROM came;
  RETURN NULL;
END $$;
CREATE TRIGGER note_new AFTER INSERT ON lesson_progress REFERENCING NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION note_new();
CREATE TRIGGER note_old AFTER DELETE ON lesson_progress REFERENCING OLD TABLE AS went FOR EACH STATEMENT EXECUTE FUNCTION note_old();
CREATE TRIGGER note_both AFTER UPDATE ON lesson_progress REFERENCING OLD TABLE AS went NEW TABLE AS came
FOR EACH STATEMENT EXECUTE FUNCTION note_both();
