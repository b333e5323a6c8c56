-- Figures that can be meant: not more time than a life has room for, no score without a try.

ALTER TABLE lesson_progress
  ADD CONSTRAINT lesson_progress_time_is_plausible CHECK (time_spent_seconds <= 3600000),
  ADD CONSTRAINT lesson_progress_score_needs_attempt CHECK (score IS NULL OR attempts > 0);

COMMENT ON CONSTRAINT lesson_progress_time_is_plausible ON lesson_progress IS
  'Decided: at most 1,000 hours in one lesson. More is a client that counts wrong.';
COMMENT ON CONSTRAINT lesson_progress_score_needs_attempt ON lesson_progress IS
  'A score comes from a try at the quiz, and a try is counted.';
