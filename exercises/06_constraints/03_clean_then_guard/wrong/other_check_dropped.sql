-- says: accepted, but should be refused: a score of 101, as before
ALTER TABLE lesson_progress DROP CONSTRAINT lesson_progress_score_check;
UPDATE lesson_progress SET completed_at = last_accessed_at WHERE completed AND completed_at IS NULL;
UPDATE lesson_progress SET completed = true WHERE NOT completed AND completed_at IS NOT NULL;
ALTER TABLE lesson_progress ADD CONSTRAINT completed_has_time CHECK (completed = (completed_at IS NOT NULL));
