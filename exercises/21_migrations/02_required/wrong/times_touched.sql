-- The times of a visit are changed as well. Only attempts was missing.
-- has: = now ( )
-- says: missing rows: the rows afterwards
-- says: extra rows: the rows afterwards
ALTER TABLE lesson_progress ADD CONSTRAINT attempts_known CHECK (attempts IS NOT NULL) NOT VALID;
UPDATE lesson_progress SET attempts = CASE WHEN score IS NULL THEN 0 ELSE 1 END, last_accessed_at = now(), first_started_at = now() WHERE attempts IS NULL;
ALTER TABLE lesson_progress VALIDATE CONSTRAINT attempts_known;
ALTER TABLE lesson_progress ALTER COLUMN attempts SET NOT NULL;
ALTER TABLE lesson_progress DROP CONSTRAINT attempts_known;
