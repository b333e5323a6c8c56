-- Short, and right where the table is small: SET NOT NULL reads all rows itself, under the strongest lock.
UPDATE lesson_progress SET attempts = (score IS NOT NULL)::int WHERE attempts IS NULL;
ALTER TABLE lesson_progress ALTER COLUMN attempts SET NOT NULL;
