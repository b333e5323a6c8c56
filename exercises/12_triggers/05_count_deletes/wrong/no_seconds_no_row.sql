-- HAVING asks for seconds. Rows without any were removed too: what decides is how many rows there are, count(*) > 0.
-- has: having sum(
-- says: not so: also when it is the only one
CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO deletion (lessons, seconds)
  SELECT count(*), coalesce(sum(time_spent_seconds), 0) FROM gone HAVING sum(time_spent_seconds) > 0;
  RETURN NULL;
END $$;
CREATE TRIGGER note AFTER DELETE ON lesson_progress REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION note();
