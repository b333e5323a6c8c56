-- The key of message decides who is first. The second waits for it, inserts nothing, and so there is nothing to update from.
WITH noted AS (
  INSERT INTO message (name) VALUES (:uuid_m) ON CONFLICT DO NOTHING RETURNING name
)
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + 30, last_accessed_at = now()
FROM noted
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins';
