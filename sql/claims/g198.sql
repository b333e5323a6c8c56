--@ value rows_changed: rows that one heartbeat of one lesson changes
WITH changed AS (
  UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + 60
  WHERE user_id = :mina AND lesson_id = 'introduction' RETURNING course_id
)
SELECT count(*) FROM changed;
--@ true: with the course it is one
WITH changed AS (
  UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + 60
  WHERE user_id = :mina AND course_id = :web AND lesson_id = 'introduction' RETURNING course_id
)
SELECT count(*) = 1 FROM changed;
