-- first_started_at is moved too: they began long ago.
-- says: missing rows
-- says: extra rows
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + 60, last_accessed_at = now(), first_started_at = now()
WHERE lesson_id = 'joins' AND NOT completed
