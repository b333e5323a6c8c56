-- The time so far is lost: = 60 writes 60, whatever stood there.
-- says: missing rows
-- says: extra rows
UPDATE lesson_progress SET time_spent_seconds = 60, last_accessed_at = now() WHERE lesson_id = 'joins' AND NOT completed
