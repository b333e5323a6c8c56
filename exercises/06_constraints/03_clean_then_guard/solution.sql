-- Each UPDATE touches only the rows that are wrong. The CHECK compares two booleans that are never NULL, so nothing passes as unknown.
UPDATE lesson_progress SET completed_at = last_accessed_at WHERE completed AND completed_at IS NULL;
UPDATE lesson_progress SET completed = true WHERE NOT completed AND completed_at IS NOT NULL;
ALTER TABLE lesson_progress ADD CONSTRAINT lesson_progress_completed_has_time CHECK (completed = (completed_at IS NOT NULL));
