-- Your rule asks a time of what is completed. That what has a time is completed is another rule.
-- says: accepted, but should be refused: a time without completed
-- says: accepted, but should be refused: a row of another day that has a time and is open
UPDATE lesson_progress SET completed_at = last_accessed_at WHERE completed AND completed_at IS NULL;
UPDATE lesson_progress SET completed = true WHERE completed_at IS NOT NULL;
ALTER TABLE lesson_progress ADD CHECK (NOT completed OR completed_at IS NOT NULL);
