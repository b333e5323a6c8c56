WITH result AS (
  SELECT a.user_id, 100.0 * sum(r.points) / (SELECT sum(points) FROM question WHERE quiz_id = q.id) >= q.pass_mark AS passes
  FROM quiz AS q
  JOIN attempt AS a ON a.quiz_id = q.id
  JOIN answer AS r ON r.attempt_id = a.id
  WHERE q.course_id = :course AND q.title = :title
  GROUP BY q.id, a.id
)
SELECT count(DISTINCT user_id) AS tried, count(DISTINCT user_id) FILTER (WHERE passes) AS passed FROM result
