-- The rule of order looks at the two times. A row that breaks the rule of time, with a `completed_at` and not completed, may break this one too.
-- says: missing rows
SELECT id, 'time' AS rule FROM lesson_progress WHERE completed <> (completed_at IS NOT NULL)
UNION ALL
SELECT id, 'order' FROM lesson_progress WHERE completed AND completed_at < first_started_at
UNION ALL
SELECT id, 'attempt' FROM lesson_progress WHERE score IS NOT NULL AND COALESCE(attempts, 0) < 1;
