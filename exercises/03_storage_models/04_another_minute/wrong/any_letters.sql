-- lower and trim make joins of Joins as well, which is another lesson. Compare the name as it stands.
-- says: extra rows
-- says: missing rows
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + 60, last_accessed_at = now()
WHERE lower(trim(lesson_id)) = 'joins' AND NOT completed
