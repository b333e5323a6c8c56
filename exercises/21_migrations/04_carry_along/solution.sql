-- The rows are filled while the trigger is still there; what hangs on the old name is given to the new one before the old one goes.
UPDATE lesson_progress SET seconds_spent = time_spent_seconds
WHERE seconds_spent IS DISTINCT FROM time_spent_seconds;
ALTER TABLE lesson_progress ADD CONSTRAINT lesson_progress_seconds_spent_check CHECK (seconds_spent >= 0);
DROP TRIGGER keep_both_names ON lesson_progress;
DROP FUNCTION keep_both_names();
ALTER TABLE lesson_progress ALTER COLUMN seconds_spent SET DEFAULT 0, DROP COLUMN time_spent_seconds;
