-- The strong lock is held only where nothing is read; the rows are read by VALIDATE, which lets everybody go on. SET NOT NULL then believes
-- the CHECK.
ALTER TABLE lesson_progress ADD CONSTRAINT attempts_known CHECK (attempts IS NOT NULL) NOT VALID;
UPDATE lesson_progress SET attempts = CASE WHEN score IS NULL THEN 0 ELSE 1 END WHERE attempts IS NULL;
ALTER TABLE lesson_progress VALIDATE CONSTRAINT attempts_known;
ALTER TABLE lesson_progress ALTER COLUMN attempts SET NOT NULL;
ALTER TABLE lesson_progress DROP CONSTRAINT attempts_known;
