-- says: not so: a change of capitals is a change
-- says: A change of lesson_id, in nothing but its capitals, is lost or not stamped: it is another text.
CREATE FUNCTION nothing_new() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (lower(NEW::text)) IS NOT DISTINCT FROM (lower(OLD::text)) THEN RETURN NULL; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER a_first BEFORE UPDATE ON lesson_progress FOR EACH ROW EXECUTE FUNCTION nothing_new();
