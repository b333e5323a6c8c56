-- last_accessed_at becomes now(), also where a clock that was ahead has written a later time:
-- GREATEST keeps that.
-- says: missing rows
-- says: extra rows
UPDATE lesson_progress
SET time_spent_seconds = time_spent_seconds + 60, last_accessed_at = GREATEST(last_accessed_at, now())
WHERE lesson_id = 'joins' AND NOT completed
