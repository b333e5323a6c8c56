--@ do: a function that keeps the parts of the message
CREATE FUNCTION pg_temp.refused(OUT code TEXT, OUT rule TEXT, OUT relation TEXT) LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO lesson_progress (user_id, course_id, lesson_id, time_spent_seconds)
  SELECT u.id, c.id, 'light', -100 FROM users AS u, courses AS c LIMIT 1;
EXCEPTION WHEN check_violation THEN
  GET STACKED DIAGNOSTICS code = RETURNED_SQLSTATE, rule = CONSTRAINT_NAME, relation = TABLE_NAME;
END $$;
--@ value sqlstate: the code of -100 seconds
SELECT code FROM pg_temp.refused();
--@ value table: the table that it names
SELECT relation FROM pg_temp.refused();
--@ value constraint: the rule that it names
SELECT rule FROM pg_temp.refused();
