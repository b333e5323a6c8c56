-- says: missing rows: a good row is not written at all, a mended one has a new updated_at
-- says: extra rows: a good row is not written at all, a mended one has a new updated_at
UPDATE lesson_progress SET completed_at = coalesce(completed_at, last_accessed_at) WHERE completed;
UPDATE lesson_progress SET completed = (completed_at IS NOT NULL);
ALTER TABLE lesson_progress ADD CONSTRAINT completed_has_time CHECK (completed = (completed_at IS NOT NULL));
