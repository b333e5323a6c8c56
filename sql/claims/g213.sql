--@ value last_accessed_at_moved: whether a heartbeat that forgets it moves it
WITH before AS (SELECT id, last_accessed_at FROM lesson_progress LIMIT 1)
UPDATE lesson_progress AS p SET time_spent_seconds = time_spent_seconds + 30 FROM before
WHERE p.id = before.id RETURNING p.last_accessed_at <> before.last_accessed_at;
