-- A time without completed breaks the rule as well as completed without a time.
-- says: missing rows
SELECT id, 'time' AS rule FROM lesson_progress WHERE completed AND completed_at IS NULL
UNION ALL
SELECT id, 'order' FROM lesson_progress WHERE completed_at < first_started_at
UNION ALL
SELECT id, 'attempt' FROM lesson_progress WHERE score IS NOT NULL AND COALESCE(attempts, 0) = 0
