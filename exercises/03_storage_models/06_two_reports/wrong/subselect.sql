-- The query in brackets reads the row as it was when the statement began, and does not look again after waiting. Name the column itself.
-- has: ( select time_spent_seconds from lesson_progress
-- says: not so: the row has the seconds of both, and those from before (where they overlap)
UPDATE lesson_progress SET time_spent_seconds = (
  SELECT time_spent_seconds FROM lesson_progress WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins') + :seconds
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins';
