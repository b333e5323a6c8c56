-- says: not so: a DELETE of several learners' rows in two courses leaves one row
-- says: One statement deleted rows of two learners, in two courses, three of them with one lesson_id and one time: it leaves one row, with all of them.
CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO deletion (lessons, seconds) SELECT count(DISTINCT lesson_id), coalesce(sum(time_spent_seconds), 0) FROM gone HAVING count(*) > 0;
  RETURN NULL;
END $$;
CREATE TRIGGER note AFTER DELETE ON lesson_progress REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION note();
