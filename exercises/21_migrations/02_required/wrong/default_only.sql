-- A default is for a row that leaves the column out. Who writes NULL gets NULL.
-- says: not so: attempts is NOT NULL
-- says: accepted, but should be refused: a row without attempts
UPDATE lesson_progress SET attempts = CASE WHEN score IS NULL THEN 0 ELSE 1 END WHERE attempts IS NULL;
ALTER TABLE lesson_progress ALTER COLUMN attempts SET DEFAULT 0;
