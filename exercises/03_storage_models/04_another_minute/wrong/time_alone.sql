-- last_accessed_at still says when they were here before.
-- says: missing rows
-- says: extra rows
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + 60 WHERE lesson_id = 'joins' AND NOT completed
