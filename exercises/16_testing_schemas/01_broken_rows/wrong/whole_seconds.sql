-- A time is kept to the microsecond. Cut to whole seconds, what lies half a second before is no longer before.
-- says: missing rows
SELECT id, 'time' AS rule FROM lesson_progress WHERE completed <> (completed_at IS NOT NULL)
UNION ALL
SELECT id, 'order' FROM lesson_progress WHERE date_trunc('second', completed_at) < date_trunc('second', first_started_at)
UNION ALL
SELECT id, 'attempt' FROM lesson_progress WHERE score IS NOT NULL AND COALESCE(attempts, 0) < 1;
