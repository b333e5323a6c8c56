-- triggers: once a statement, take its old rows from the summary and add its new ones, in the order of the key;
-- TRUNCATE has no rows to show, and takes all
CREATE FUNCTION add_to_lesson_summary() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO lesson_summary AS s
  SELECT course_id, lesson_id, count(*), count(*) FILTER (WHERE completed),
         count(*) FILTER (WHERE attempts > 0), coalesce(sum(attempts), 0),
         count(score), coalesce(sum(score), 0), coalesce(sum(time_spent_seconds), 0)
  FROM new_rows GROUP BY course_id, lesson_id ORDER BY course_id, lesson_id
  ON CONFLICT (course_id, lesson_id) DO UPDATE
  SET started = s.started + excluded.started, completed = s.completed + excluded.completed,
      tried = s.tried + excluded.tried, tries = s.tries + excluded.tries,
      scored = s.scored + excluded.scored, score_sum = s.score_sum + excluded.score_sum,
      seconds = s.seconds + excluded.seconds;
  RETURN NULL;
END;
$$;

CREATE FUNCTION take_from_lesson_summary() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO lesson_summary AS s
  SELECT course_id, lesson_id, -count(*), -count(*) FILTER (WHERE completed),
         -count(*) FILTER (WHERE attempts > 0), -coalesce(sum(attempts), 0),
         -count(score), -coalesce(sum(score), 0), -coalesce(sum(time_spent_seconds), 0)
  FROM old_rows GROUP BY course_id, lesson_id ORDER BY course_id, lesson_id
  ON CONFLICT (course_id, lesson_id) DO UPDATE
  SET started = s.started + excluded.started, completed = s.completed + excluded.completed,
      tried = s.tried + excluded.tried, tries = s.tries + excluded.tries,
      scored = s.scored + excluded.scored, score_sum = s.score_sum + excluded.score_sum,
      seconds = s.seconds + excluded.seconds;
  RETURN NULL;
END;
$$;

CREATE FUNCTION empty_lesson_summary() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM lesson_summary;
  RETURN NULL;
END;
$$;

CREATE TRIGGER lesson_summary_insert AFTER INSERT ON lesson_progress
REFERENCING NEW TABLE AS new_rows
FOR EACH STATEMENT EXECUTE FUNCTION add_to_lesson_summary();

CREATE TRIGGER lesson_summary_delete AFTER DELETE ON lesson_progress
REFERENCING OLD TABLE AS old_rows
FOR EACH STATEMENT EXECUTE FUNCTION take_from_lesson_summary();

CREATE TRIGGER lesson_summary_update_1 AFTER UPDATE ON lesson_progress
REFERENCING OLD TABLE AS old_rows
FOR EACH STATEMENT EXECUTE FUNCTION take_from_lesson_summary();

CREATE TRIGGER lesson_summary_update_2 AFTER UPDATE ON lesson_progress
REFERENCING NEW TABLE AS new_rows
FOR EACH STATEMENT EXECUTE FUNCTION add_to_lesson_summary();

CREATE TRIGGER lesson_summary_truncate AFTER TRUNCATE ON lesson_progress
FOR EACH STATEMENT EXECUTE FUNCTION empty_lesson_summary();
