--@ value rows: lessons of one learner in one course
SELECT count(*) FROM (
  SELECT lesson_id, completed, time_spent_seconds, attempts, score, last_accessed_at
  FROM lesson_progress WHERE user_id = :mina AND course_id = :databases
  ORDER BY first_started_at
) AS listed;
--@ do: two lessons that were opened at the same moment
CREATE TEMP TABLE lesson_progress (LIKE lesson_progress INCLUDING DEFAULTS);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, first_started_at)
VALUES (:mina, :databases, 'joins', '2026-03-01 09:00+00'), (:mina, :databases, 'views', '2026-03-01 09:00+00');
--@ steps order_of_equal_times: as they are listed
SELECT lesson_id FROM lesson_progress WHERE user_id = :mina AND course_id = :databases ORDER BY first_started_at;
--@ do: thirty seconds more for one of them
UPDATE lesson_progress SET time_spent_seconds = 30 WHERE lesson_id = 'joins';
--@ steps order_after_a_heartbeat: as they are listed then
SELECT lesson_id FROM lesson_progress WHERE user_id = :mina AND course_id = :databases ORDER BY first_started_at;
