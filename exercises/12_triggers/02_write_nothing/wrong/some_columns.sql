-- says: not so: a change of completed_at is written and stamped
-- says: not so: a change of attempts is written and stamped
-- says: not so: a change of lesson_id is written and stamped
-- says: not so: a change of course_id is written and stamped
-- says: not so: a change of first_started_at is written and stamped
-- says: not so: a change of last_accessed_at is written and stamped
-- says: not so: a change of created_at is written and stamped
-- says: not so: a change of id is written and stamped
-- says: not so: of two rows the one that changes is written
-- says: A change of completed_at is lost, or updated_at is not the time of the transaction: each column counts, and the guide's trigger must still do its work.
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF (NEW.completed, NEW.score, NEW.time_spent_seconds) IS NOT DISTINCT FROM (OLD.completed, OLD.score, OLD.time_spent_seconds) THEN RETURN NULL; END IF; RETURN NEW; END $$;
CREATE TRIGGER a BEFORE UPDATE ON lesson_progress FOR EACH ROW EXECUTE FUNCTION f();
