-- The visit is written into the document too. With the seconds only last_accessed_at of the lesson's row may move.
-- has: update course_progress
-- says: something else changes: a learner, a course or a document (in every order)
BEGIN;
WITH noted AS (
  INSERT INTO message (name) VALUES (:uuid_m) ON CONFLICT DO NOTHING RETURNING name
), added AS (
  UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + 30, last_accessed_at = now()
  FROM noted WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins'
  RETURNING user_id, course_id
)
UPDATE course_progress AS cp SET last_accessed_at = now() FROM added
WHERE cp.user_id = added.user_id AND cp.course_id = added.course_id;
COMMIT;
