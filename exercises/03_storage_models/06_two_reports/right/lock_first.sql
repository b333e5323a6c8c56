-- Locked first and read afterwards: the other one waits at the door. It takes more statements for the same.
BEGIN;
SELECT time_spent_seconds FROM lesson_progress WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins' FOR UPDATE;
UPDATE lesson_progress SET time_spent_seconds = (
  SELECT time_spent_seconds FROM lesson_progress WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins') + :seconds
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins';
COMMIT;
