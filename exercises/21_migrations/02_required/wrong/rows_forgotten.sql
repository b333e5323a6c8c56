-- says: could not run
ALTER TABLE lesson_progress ALTER COLUMN attempts SET NOT NULL;
