-- A lesson can be completed without a quiz: without a score there was no try, and the row gets 0.
-- has: completed then
-- says: missing rows: the rows afterwards
-- says: extra rows: the rows afterwards
UPDATE lesson_progress SET attempts = CASE WHEN score IS NOT NULL OR completed THEN 1 ELSE 0 END
WHERE attempts IS NULL;
ALTER TABLE lesson_progress ALTER COLUMN attempts SET NOT NULL;
