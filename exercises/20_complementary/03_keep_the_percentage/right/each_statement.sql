-- Once for each statement, for the documents that it touched. Three triggers, as a trigger with a list of rows may have one event only.
CREATE FUNCTION keep_percentages() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE course_progress AS cp
  SET progress_percentage = least(100, round(100.0 * (
    SELECT count(*) FROM lesson_progress AS lp
    WHERE lp.user_id = cp.user_id AND lp.course_id = cp.course_id AND lp.completed) / c.lesson_count))
  FROM courses AS c, (SELECT DISTINCT user_id, course_id FROM touched) AS t
  WHERE c.id = cp.course_id AND cp.user_id = t.user_id AND cp.course_id = t.course_id;
  RETURN NULL;
END $$;
CREATE TRIGGER k_insert AFTER INSERT ON lesson_progress REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION keep_percentages();
CREATE TRIGGER k_update AFTER UPDATE ON lesson_progress REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION keep_percentages();
CREATE TRIGGER k_delete AFTER DELETE ON lesson_progress REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION keep_percentages();
