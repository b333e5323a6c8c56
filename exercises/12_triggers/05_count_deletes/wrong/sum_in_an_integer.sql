-- A sum of INTEGERs is a BIGINT. Your variable is an INTEGER, and a large sum makes the DELETE itself fail.
-- says: not so: a sum that no INTEGER takes
-- has: INTEGER
CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  many INTEGER;
  spent INTEGER;
BEGIN
  SELECT count(*), coalesce(sum(time_spent_seconds), 0) INTO many, spent FROM gone;
  IF many > 0 THEN
    INSERT INTO deletion (lessons, seconds) VALUES (many, spent);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER note AFTER DELETE ON lesson_progress REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION note();
