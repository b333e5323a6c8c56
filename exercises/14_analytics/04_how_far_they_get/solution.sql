-- One number for each learner, then every step up to it. The steps come from generate_series, so that one which nobody reached has a row, and
-- count(d.user_id) leaves out the empty side of the LEFT JOIN.
WITH done AS (
  SELECT user_id, course_id, count(*) AS lessons
  FROM lesson_progress
  WHERE completed
  GROUP BY user_id, course_id
)
SELECT c.id AS course_id, step, count(d.user_id) AS learners
FROM courses AS c
CROSS JOIN generate_series(1, c.lesson_count) AS step
LEFT JOIN done AS d ON d.course_id = c.id AND d.lessons >= step
GROUP BY c.id, step;
