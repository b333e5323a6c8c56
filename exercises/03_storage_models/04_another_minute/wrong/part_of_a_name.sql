-- LIKE '%joins%' finds every name with joins in it, self-joins too.
-- says: missing rows
-- says: extra rows
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + 60, last_accessed_at = now() WHERE lesson_id LIKE '%joins%' AND NOT completed
