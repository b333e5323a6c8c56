-- An UPDATE finds only who has been there; the others get no row.
-- says: missing rows
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + 60, last_accessed_at = now() WHERE lesson_id = 'joins'
