-- date_trunc takes two moments within one second for one: a change of less than that is lost. Compare the
-- times themselves.
-- has: date_trunc
-- says: not so: a change of last_accessed_at is written and stamped
CREATE FUNCTION nothing_new() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(NEW) - 'last_accessed_at' = to_jsonb(OLD) - 'last_accessed_at'
     AND date_trunc('second', NEW.last_accessed_at)
         IS NOT DISTINCT FROM date_trunc('second', OLD.last_accessed_at) THEN
    RETURN NULL;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER a_first BEFORE UPDATE ON lesson_progress FOR EACH ROW EXECUTE FUNCTION nothing_new();
