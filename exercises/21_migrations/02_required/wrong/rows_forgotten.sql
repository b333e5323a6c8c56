-- says: could not run
-- says: null values
ALTER TABLE lesson_progress ALTER COLUMN attempts SET NOT NULL;
