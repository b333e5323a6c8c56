-- Without BEGIN the lock ends with the SELECT, before the UPDATE has begun.
-- has: for update ; update
-- has: ( select
-- says: not so: the row has the seconds of both, and those from before (where they overlap)
SELECT time_spent_seconds FROM lesson_progress WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins' FOR UPDATE;
UPDATE lesson_progress SET time_spent_seconds = (
  SELECT time_spent_seconds FROM lesson_progress WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins') + :seconds
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins';
