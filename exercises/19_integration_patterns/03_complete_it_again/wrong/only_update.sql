-- An UPDATE finds only who has a row. UPDATE 0 is no error, and the others get none.
-- says: missing rows
UPDATE lesson_progress SET completed = true, completed_at = coalesce(completed_at, now()), last_accessed_at = now()
WHERE lesson_id = 'joins'
