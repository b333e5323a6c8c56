-- A step that nobody reached has no partner, and an inner join drops it.
-- says: missing rows
WITH done AS (
  SELECT user_id, course_id, count(*) AS lessons
  FROM lesson_progress
  WHERE completed
  GROUP BY user_id, course_id
)
SELECT c.id AS course_id, step, count(d.user_id) AS learners
FROM courses AS c
CROSS JOIN generate_series(1, c.lesson_count) AS step
JOIN done AS d ON d.course_id = c.id AND d.lessons >= step
GROUP BY c.id, step
