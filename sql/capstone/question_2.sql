-- question_2: how many learners handed a quiz in, and how many reached its pass mark in any attempt
SELECT count(DISTINCT learner) AS tried, count(DISTINCT learner) FILTER (WHERE percent >= pass_mark) AS passed
FROM (
  SELECT a.learner, q.pass_mark, 100.0 * sum(r.points) / (SELECT sum(points) FROM crowd_question WHERE quiz = q.n) AS percent
  FROM crowd_quiz AS q
  JOIN crowd_course AS c ON c.n = q.course AND c.id = :course
  JOIN crowd_attempt AS a ON a.quiz = q.n AND a.handed_in IS NOT NULL
  JOIN crowd_answer AS r ON r.attempt = a.n
  WHERE q.title = :title
  GROUP BY q.n, q.pass_mark, a.n, a.learner
) AS t
