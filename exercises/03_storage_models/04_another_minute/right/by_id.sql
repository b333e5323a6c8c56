-- The rows are picked by a query, and changed by their key.
UPDATE lesson_progress SET last_accessed_at = now(), time_spent_seconds = 60 + time_spent_seconds
WHERE id IN (SELECT id FROM lesson_progress WHERE lesson_id = 'joins' AND completed = false)
