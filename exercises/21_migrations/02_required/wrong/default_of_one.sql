-- says: not so: who leaves attempts out gets 0
ALTER TABLE lesson_progress ADD CONSTRAINT attempts_known CHECK (attempts IS NOT NULL) NOT VALID;
UPDATE lesson_progress SET attempts = CASE WHEN score IS NULL THEN 0 ELSE 1 END WHERE attempts IS NULL;
ALTER TABLE lesson_progress VALIDATE CONSTRAINT attempts_known;
ALTER TABLE lesson_progress ALTER COLUMN attempts SET NOT NULL, ALTER COLUMN attempts SET DEFAULT 1;
ALTER TABLE lesson_progress DROP CONSTRAINT attempts_known;
