-- Things happen in order, and within a span of time that can be meant.

ALTER TABLE lesson_progress
  ADD CONSTRAINT lesson_progress_accessed_after_start CHECK (last_accessed_at >= first_started_at),
  ADD CONSTRAINT lesson_progress_completed_after_start CHECK (completed_at >= first_started_at),
  ADD CONSTRAINT lesson_progress_updated_after_created CHECK (updated_at >= created_at),
  ADD CONSTRAINT lesson_progress_times_of_this_century CHECK (
    first_started_at >= '2000-01-01 00:00+00' AND first_started_at < '2100-01-01 00:00+00'
    AND last_accessed_at < '2100-01-01 00:00+00'
    AND completed_at < '2100-01-01 00:00+00'
    AND created_at >= '2000-01-01 00:00+00' AND created_at < '2100-01-01 00:00+00'
    AND updated_at < '2100-01-01 00:00+00'
  );

COMMENT ON CONSTRAINT lesson_progress_accessed_after_start ON lesson_progress IS
  'The first visit is the earliest last visit.';
COMMENT ON CONSTRAINT lesson_progress_completed_after_start ON lesson_progress IS
  'Nobody completes what was not opened. NULL, not completed, passes.';
COMMENT ON CONSTRAINT lesson_progress_updated_after_created ON lesson_progress IS
  'A row cannot be changed before it is made.';
COMMENT ON CONSTRAINT lesson_progress_times_of_this_century ON lesson_progress IS
  'Decided: constant bounds, which also refuse infinity. A CHECK must say the same of a row for ever, so it cannot compare with now(): a dump restored where the clock is behind would be refused.';
