-- An UPDATE for each case; the last two steps in one statement, which holds its lock for a moment.
ALTER TABLE lesson_progress ADD CONSTRAINT known CHECK (attempts IS NOT NULL) NOT VALID;
UPDATE lesson_progress SET attempts = 1 WHERE attempts IS NULL AND score IS NOT NULL;
UPDATE lesson_progress SET attempts = DEFAULT WHERE attempts IS NULL;
ALTER TABLE lesson_progress VALIDATE CONSTRAINT known;
ALTER TABLE lesson_progress ALTER attempts SET NOT NULL, DROP CONSTRAINT known;
