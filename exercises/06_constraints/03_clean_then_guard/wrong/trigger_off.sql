-- says: not so: the trigger still moves updated_at
ALTER TABLE lesson_progress DISABLE TRIGGER update_lesson_progress_updated_at;
UPDATE lesson_progress SET completed_at = last_accessed_at WHERE completed AND completed_at IS NULL;
UPDATE lesson_progress SET completed = true WHERE NOT completed AND completed_at IS NOT NULL;
ALTER TABLE lesson_progress ADD CONSTRAINT completed_has_time CHECK (completed = (completed_at IS NOT NULL));
