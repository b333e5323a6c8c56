-- says: missing rows: the rows after the repair
-- says: extra rows: the rows after the repair
-- says: missing rows: a good row is not written at all, a mended one has a new updated_at
-- says: extra rows: a good row is not written at all, a mended one has a new updated_at
UPDATE lesson_progress SET completed_at = last_accessed_at WHERE completed AND completed_at IS NULL;
UPDATE lesson_progress SET completed_at = NULL WHERE NOT completed;
ALTER TABLE lesson_progress ADD CHECK (completed = (completed_at IS NOT NULL));
