-- says: could not run
ALTER TABLE lesson_progress ADD CHECK (completed = (completed_at IS NOT NULL));
UPDATE lesson_progress SET completed_at = last_accessed_at WHERE completed AND completed_at IS NULL;
