-- The constraint first, for new rows only; then the old ones; VALIDATE looks at them in the end. Writers are held up less.
ALTER TABLE lesson_progress ADD CONSTRAINT agree CHECK (completed IS NOT DISTINCT FROM (completed_at IS NOT NULL)) NOT VALID;
UPDATE lesson_progress SET completed = completed_at IS NOT NULL OR completed,
  completed_at = CASE WHEN completed THEN coalesce(completed_at, last_accessed_at) ELSE completed_at END
WHERE completed <> (completed_at IS NOT NULL);
ALTER TABLE lesson_progress VALIDATE CONSTRAINT agree;
