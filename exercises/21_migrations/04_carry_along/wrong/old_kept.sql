-- says: still there
-- says: not so: the old column is gone
-- says: not so: no trigger and no function is left of it
UPDATE lesson_progress SET seconds_spent = time_spent_seconds WHERE seconds_spent IS DISTINCT FROM time_spent_seconds;
ALTER TABLE lesson_progress ADD CHECK (seconds_spent >= 0);
ALTER TABLE lesson_progress ALTER COLUMN seconds_spent SET DEFAULT 0;
