-- 60 seconds more, and last_accessed_at
UPDATE lesson_progress
SET last_accessed_at = now()  -- TODO
WHERE lesson_id = 'joins'
