-- The column counts seconds: one more is a second, not a minute.
-- says: missing rows
-- says: extra rows
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + 1, last_accessed_at = now() WHERE lesson_id = 'joins' AND NOT completed
