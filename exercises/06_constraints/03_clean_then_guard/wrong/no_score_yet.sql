-- says: refused, but should be accepted: open with a score, completed without one
UPDATE lesson_progress SET completed_at = last_accessed_at WHERE completed AND completed_at IS NULL;
UPDATE lesson_progress SET completed = true WHERE NOT completed AND completed_at IS NOT NULL;
ALTER TABLE lesson_progress ADD CONSTRAINT completed_agrees CHECK (
  (completed AND completed_at IS NOT NULL) OR (NOT completed AND completed_at IS NULL AND score IS NULL)
);
