-- says: refused, but should be accepted: a score without a try that was counted, and a try without a score
ALTER TABLE lesson_progress DROP CONSTRAINT lesson_progress_attempts_check;
ALTER TABLE lesson_progress ADD CONSTRAINT lesson_progress_attempts_check
  CHECK (attempts IS NOT NULL AND attempts >= 0 AND (score IS NULL OR attempts >= 1)) NOT VALID;
UPDATE lesson_progress SET attempts = CASE WHEN score IS NULL THEN 0 ELSE 1 END WHERE attempts IS NULL;
ALTER TABLE lesson_progress VALIDATE CONSTRAINT lesson_progress_attempts_check;
ALTER TABLE lesson_progress ALTER COLUMN attempts SET NOT NULL;
