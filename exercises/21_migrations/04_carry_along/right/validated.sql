-- As on a large table: the rule is validated after the rows, and the rest is one short transaction. CASCADE takes the trigger too.
ALTER TABLE lesson_progress ADD CHECK (seconds_spent >= 0) NOT VALID;
UPDATE lesson_progress SET seconds_spent = time_spent_seconds WHERE seconds_spent IS NULL;
ALTER TABLE lesson_progress VALIDATE CONSTRAINT lesson_progress_seconds_spent_check;
BEGIN;
DROP FUNCTION keep_both_names() CASCADE;
ALTER TABLE lesson_progress ALTER COLUMN seconds_spent SET DEFAULT 0;
ALTER TABLE lesson_progress DROP COLUMN time_spent_seconds;
COMMIT;
