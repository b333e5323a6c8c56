-- You compare the score alone. An UPDATE of another column counts as no change, and is lost.
-- says: not so: a change of completed, and the time of it is written and stamped
-- says: not so: a change of completed_at is written and stamped
-- says: not so: a change of time_spent_seconds is written and stamped
-- says: not so: a change of attempts is written and stamped
-- says: not so: a change of lesson_id is written and stamped
-- says: not so: a change of course_id is written and stamped
-- says: not so: a change of first_started_at is written and stamped
-- says: not so: a change of last_accessed_at is written and stamped
-- says: not so: a change of created_at is written and stamped
-- says: not so: a change of id is written and stamped
-- says: not so: of two rows the one that changes is written
-- says: not so: a change of user_id is written and stamped
-- says: not so: a change of capitals is a change
-- says: not so: a change of updated_at is stamped
-- says: not so: a change between NULL and 0 is a change
CREATE FUNCTION skip_row() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER a_skip BEFORE UPDATE ON lesson_progress FOR EACH ROW
WHEN (OLD.score IS NOT DISTINCT FROM NEW.score) EXECUTE FUNCTION skip_row()
