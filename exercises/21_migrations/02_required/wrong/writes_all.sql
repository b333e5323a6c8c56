-- says: not so: a row that had a number is not written
-- says: choose those without by WHERE attempts IS NULL
UPDATE lesson_progress SET attempts = coalesce(attempts, (score IS NOT NULL)::integer);
ALTER TABLE lesson_progress ALTER COLUMN attempts SET NOT NULL;
