-- You compare the score alone. An UPDATE of another column counts as no change, and is lost.
-- says: not so: an UPDATE with a change still does what it says
CREATE FUNCTION skip_row() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER a_skip BEFORE UPDATE ON lesson_progress FOR EACH ROW
WHEN (OLD.score IS NOT DISTINCT FROM NEW.score) EXECUTE FUNCTION skip_row()
