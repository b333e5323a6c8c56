-- The row whose attempts are NULL is missing: NULL = 0 is unknown, and WHERE keeps what is true.
-- says: missing rows
SELECT id, 'time' AS rule FROM lesson_progress WHERE completed <> (completed_at IS NOT NULL)
UNION ALL
SELECT id, 'order' FROM lesson_progress WHERE completed_at < first_started_at
UNION ALL
SELECT id, 'attempt' FROM lesson_progress WHERE score IS NOT NULL AND attempts = 0
