-- The lessons of all courses were counted together: a learner has a number for each course.
-- says: missing rows
WITH done AS (
  SELECT user_id, count(*) AS lessons
  FROM lesson_progress
  WHERE completed
  GROUP BY user_id
)
SELECT c.id AS course_id, step, count(d.user_id) AS learners
FROM courses AS c
CROSS JOIN generate_series(1, c.lesson_count) AS step
LEFT JOIN done AS d ON d.lessons >= step
GROUP BY c.id, step
