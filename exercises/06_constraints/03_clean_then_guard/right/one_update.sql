-- One UPDATE for both kinds of wrong rows; the rule written as two cases.
UPDATE lesson_progress SET completed = true, completed_at = coalesce(completed_at, last_accessed_at)
WHERE completed <> (completed_at IS NOT NULL);
ALTER TABLE lesson_progress ADD CHECK ((completed AND completed_at IS NOT NULL) OR (NOT completed AND completed_at IS NULL));
