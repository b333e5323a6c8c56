-- says: rows
ALTER TABLE lesson_progress ADD CHECK (seconds_spent >= 0);
DROP TRIGGER keep_both_names ON lesson_progress; DROP FUNCTION keep_both_names();
ALTER TABLE lesson_progress ALTER COLUMN seconds_spent SET DEFAULT 0;
ALTER TABLE lesson_progress DROP COLUMN time_spent_seconds;
