-- Completed in the moment in which it was started is not before it.
-- says: extra rows
SELECT id, 'time' AS rule FROM lesson_progress WHERE completed <> (completed_at IS NOT NULL)
UNION ALL
SELECT id, 'order' FROM lesson_progress WHERE completed_at <= first_started_at
UNION ALL
SELECT id, 'attempt' FROM lesson_progress WHERE score IS NOT NULL AND COALESCE(attempts, 0) = 0
