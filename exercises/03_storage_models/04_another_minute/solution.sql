-- The new value is made of the old one, in the row itself. WHERE says whose: the lesson by its name, and open.
UPDATE lesson_progress
SET time_spent_seconds = time_spent_seconds + 60, last_accessed_at = now()
WHERE lesson_id = 'joins' AND NOT completed
