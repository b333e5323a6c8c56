-- A score of 0 is a score: its row has one attempt, not none.
-- says: missing rows: the rows afterwards
-- says: extra rows: the rows afterwards
-- has: score > 0
ALTER TABLE lesson_progress ADD CONSTRAINT attempts_known CHECK (attempts IS NOT NULL) NOT VALID;
UPDATE lesson_progress SET attempts = CASE WHEN score > 0 THEN 1 ELSE 0 END WHERE attempts IS NULL;
ALTER TABLE lesson_progress VALIDATE CONSTRAINT attempts_known;
ALTER TABLE lesson_progress ALTER COLUMN attempts SET NOT NULL;
ALTER TABLE lesson_progress DROP CONSTRAINT attempts_known;
