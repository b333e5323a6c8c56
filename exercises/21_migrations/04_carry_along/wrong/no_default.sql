-- says: the default went with the old column
-- says: not so: who leaves the seconds out gets 0
UPDATE lesson_progress SET seconds_spent = time_spent_seconds WHERE seconds_spent IS DISTINCT FROM time_spent_seconds;
ALTER TABLE lesson_progress ADD CHECK (seconds_spent >= 0);
DROP TRIGGER keep_both_names ON lesson_progress; DROP FUNCTION keep_both_names();
ALTER TABLE lesson_progress DROP COLUMN time_spent_seconds;
