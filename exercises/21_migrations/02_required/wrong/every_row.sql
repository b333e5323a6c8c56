-- Rows that had a number have lost it: the WHERE is missing.
-- says: missing rows: the rows afterwards: (lesson-1, 1
-- says: extra rows: the rows afterwards: (lesson-1, 0
UPDATE lesson_progress SET attempts = CASE WHEN score IS NULL THEN 0 ELSE 1 END;
ALTER TABLE lesson_progress ALTER COLUMN attempts SET NOT NULL;
