-- An UPDATE without a change fails here. It is to do nothing, and no error is to come of it: RETURN NULL leaves the row as it is.
-- has: raise exception
-- says: not so: an UPDATE without a change writes no row
-- says: not so: an UPDATE without a change leaves updated_at alone
-- says: not so: the same holds for a row with NULL in it
-- says: not so: the same value written out is no change
-- says: not so: without a change, whichever column the UPDATE names
-- says: not so: of two rows the one that changes is written
CREATE FUNCTION quiet() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD IS NOT DISTINCT FROM NEW THEN
    RAISE EXCEPTION 'nothing changes';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER a_quiet BEFORE UPDATE ON lesson_progress FOR EACH ROW EXECUTE FUNCTION quiet();
