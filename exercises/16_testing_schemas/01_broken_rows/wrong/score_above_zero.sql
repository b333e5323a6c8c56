-- A score of 0 is a score: tried, and nothing right.
-- says: missing rows
SELECT id, 'time' AS rule FROM lesson_progress WHERE completed <> (completed_at IS NOT NULL)
UNION ALL
SELECT id, 'order' FROM lesson_progress WHERE completed_at < first_started_at
UNION ALL
SELECT id, 'attempt' FROM lesson_progress WHERE score > 0 AND COALESCE(attempts, 0) = 0
