-- attempts has grown too. To stay in a lesson is no try.
-- says: missing rows
-- says: extra rows
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + 60, last_accessed_at = now(), attempts = attempts + 1
WHERE lesson_id = 'joins' AND NOT completed
