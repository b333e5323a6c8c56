-- Who has a score has tried at least once.
-- says: missing rows: the rows afterwards
-- says: extra rows: the rows afterwards
-- has: attempts = 0
UPDATE lesson_progress SET attempts = 0 WHERE attempts IS NULL;
ALTER TABLE lesson_progress ALTER COLUMN attempts SET NOT NULL;
