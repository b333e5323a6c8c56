-- The 60 seconds are written nowhere.
-- says: missing rows
-- says: extra rows
UPDATE lesson_progress SET last_accessed_at = now() WHERE lesson_id = 'joins' AND NOT completed
