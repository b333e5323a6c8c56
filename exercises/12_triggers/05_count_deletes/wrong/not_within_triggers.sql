-- pg_trigger_depth() is more than 1 where another trigger sends the DELETE: that one is left out, and it
-- removes rows all the same.
-- has: pg_trigger_depth
-- says: not so: a DELETE that a trigger of another table makes is counted
CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF pg_trigger_depth() > 1 THEN
    RETURN NULL;
  END IF;
  INSERT INTO deletion (lessons, seconds)
  SELECT count(*), coalesce(sum(time_spent_seconds), 0) FROM gone HAVING count(*) > 0;
  RETURN NULL;
END $$;
CREATE TRIGGER note AFTER DELETE ON lesson_progress
REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION note();
