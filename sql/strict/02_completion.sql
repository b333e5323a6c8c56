-- A completed lesson has a time of completion, and only a completed one.

ALTER TABLE lesson_progress
  ADD CONSTRAINT lesson_progress_completed_has_time CHECK (completed = (completed_at IS NOT NULL));

COMMENT ON CONSTRAINT lesson_progress_completed_has_time ON lesson_progress IS
  'completed and completed_at say the same thing; whoever writes one writes the other.';
