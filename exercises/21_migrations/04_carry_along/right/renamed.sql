-- The old column holds all that is known: with its default and its CHECK it takes the new name. It writes all rows anew, where nobody waits.
DROP TRIGGER keep_both_names ON lesson_progress;
DROP FUNCTION keep_both_names();
ALTER TABLE lesson_progress DROP COLUMN seconds_spent;
ALTER TABLE lesson_progress RENAME COLUMN time_spent_seconds TO seconds_spent;
ALTER TABLE lesson_progress ALTER COLUMN seconds_spent TYPE BIGINT;
