-- says: missing rows: the seconds of each lesson
UPDATE lesson_progress SET seconds_spent = time_spent_seconds WHERE seconds_spent IS NULL AND lesson_id LIKE 'lesson-%';
DROP TRIGGER keep_both_names ON lesson_progress;
DROP FUNCTION keep_both_names();
ALTER TABLE lesson_progress DROP COLUMN time_spent_seconds, ALTER COLUMN seconds_spent SET DEFAULT 0, ADD CHECK (seconds_spent >= 0);
