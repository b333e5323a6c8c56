-- says: rows
UPDATE lesson_progress SET seconds_spent = time_spent_seconds WHERE seconds_spent IS DISTINCT FROM time_spent_seconds; UPDATE lesson_progress SET seconds_spent = 0 WHERE seconds_spent IS NULL;
ALTER TABLE lesson_progress ADD CHECK (seconds_spent >= 0);
DROP TRIGGER keep_both_names ON lesson_progress; DROP FUNCTION keep_both_names();
ALTER TABLE lesson_progress ALTER COLUMN seconds_spent SET DEFAULT 0;
ALTER TABLE lesson_progress DROP COLUMN time_spent_seconds;
