-- DISTINCT counts a lesson of a course once. Two learners have a row each, and rows were asked for: count(*).
-- has: count(distinct(
-- says: not so: a DELETE of several learners' rows in two courses leaves one row
CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO deletion (lessons, seconds)
  SELECT count(DISTINCT (course_id, lesson_id)), coalesce(sum(time_spent_seconds), 0)
  FROM gone HAVING count(*) > 0;
  RETURN NULL;
END $$;
CREATE TRIGGER note AFTER DELETE ON lesson_progress
REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION note();
