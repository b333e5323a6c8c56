-- Where first_started_at is not known, the time when the row was made stands in for it. What is unknown breaks no rule of time.
-- says: extra rows
SELECT id, 'time' AS rule FROM lesson_progress WHERE completed <> (completed_at IS NOT NULL)
UNION ALL
SELECT id, 'order' FROM lesson_progress WHERE completed_at < COALESCE(first_started_at, created_at)
UNION ALL
SELECT id, 'attempt' FROM lesson_progress WHERE score IS NOT NULL AND COALESCE(attempts, 0) < 1;
