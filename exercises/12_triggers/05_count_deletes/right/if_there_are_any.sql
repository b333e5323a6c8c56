-- An IF in place of HAVING, and the sum of what is not NULL.
CREATE FUNCTION count_deletes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  n integer := (SELECT count(*) FROM gone);
BEGIN
  IF n > 0 THEN
    INSERT INTO deletion (lessons, seconds) VALUES (n, (SELECT sum(coalesce(time_spent_seconds, 0)) FROM gone));
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER count_deletes AFTER DELETE ON lesson_progress
REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION count_deletes();
