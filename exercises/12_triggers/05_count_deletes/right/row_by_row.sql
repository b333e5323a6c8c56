-- A loop over the rows of the transition table, which is what count and sum do by themselves.
CREATE FUNCTION count_deletes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  one record; n integer := 0; s bigint := 0;
BEGIN
  FOR one IN SELECT time_spent_seconds FROM removed LOOP
    n := n + 1;
    s := s + coalesce(one.time_spent_seconds, 0);
  END LOOP;
  IF n > 0 THEN
    INSERT INTO deletion (lessons, seconds) VALUES (n, s);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER count_deletes AFTER DELETE ON lesson_progress
REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE PROCEDURE count_deletes();
