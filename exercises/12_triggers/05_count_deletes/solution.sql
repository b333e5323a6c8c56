-- The transition table holds all rows of the statement, so one call can count them. HAVING leaves out the statement that removed none.
CREATE FUNCTION count_deletes() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO deletion (lessons, seconds)
  SELECT count(*), coalesce(sum(time_spent_seconds), 0) FROM gone
  HAVING count(*) > 0;
  RETURN NULL;
END $$;
CREATE TRIGGER count_deletes AFTER DELETE ON lesson_progress
REFERENCING OLD TABLE AS gone
FOR EACH STATEMENT EXECUTE FUNCTION count_deletes();
