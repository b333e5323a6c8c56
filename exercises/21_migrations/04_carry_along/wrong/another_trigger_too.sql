-- says: something else changes: the trigger update_lesson_progress_updated_at of lesson_progress is gone
-- says: something else changes: the function public.update_updated_at_column() is gone
UPDATE lesson_progress SET seconds_spent = time_spent_seconds;
DROP FUNCTION keep_both_names() CASCADE;
DROP FUNCTION update_updated_at_column() CASCADE;
ALTER TABLE lesson_progress
  ADD CONSTRAINT no_negative CHECK (seconds_spent >= 0),
  ALTER COLUMN seconds_spent SET DEFAULT 0,
  DROP COLUMN time_spent_seconds;
