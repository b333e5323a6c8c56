-- now() is an instant already. AT TIME ZONE makes of it what a clock shows in UTC, and the column takes that for a
-- time in the session's zone: another moment, unless that zone is UTC.
-- says: missing rows
-- says: extra rows
UPDATE lesson_progress
SET time_spent_seconds = time_spent_seconds + 60, last_accessed_at = now() AT TIME ZONE 'UTC'
WHERE lesson_id = 'joins' AND NOT completed
