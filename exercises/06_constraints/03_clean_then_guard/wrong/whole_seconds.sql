-- says: missing rows: the rows after the repair
-- says: extra rows: the rows after the repair
UPDATE lesson_progress SET completed_at = date_trunc('second', last_accessed_at)
WHERE completed AND completed_at IS NULL;
UPDATE lesson_progress SET completed = true WHERE NOT completed AND completed_at IS NOT NULL;
ALTER TABLE lesson_progress ADD CONSTRAINT completed_has_time CHECK (completed = (completed_at IS NOT NULL));
