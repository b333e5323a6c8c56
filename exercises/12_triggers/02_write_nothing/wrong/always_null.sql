-- The function gives back NULL for every row, so no UPDATE gets through any more.
-- says: not so: an UPDATE with a change still does what it says
-- says: not so: a change to NULL is a change
CREATE FUNCTION skip_row() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER a_skip BEFORE UPDATE ON lesson_progress FOR EACH ROW EXECUTE FUNCTION skip_row()
