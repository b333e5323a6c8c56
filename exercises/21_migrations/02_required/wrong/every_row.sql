-- says: not so: rows that had a number have it still
-- says: choose those without by WHERE attempts IS NULL
UPDATE lesson_progress SET attempts = CASE WHEN score IS NULL THEN 0 ELSE 1 END;
ALTER TABLE lesson_progress ALTER COLUMN attempts SET NOT NULL;
