-- question_1: each quiz of a course, with the best per cent that a learner handed in, NULL where nothing was
SELECT q.title, max(t.percent) AS best
FROM crowd_quiz AS q
JOIN crowd_course AS c ON c.n = q.course AND c.id = :course
LEFT JOIN (
  SELECT a.quiz, round(100.0 * sum(r.points) / (SELECT sum(points) FROM crowd_question WHERE quiz = a.quiz), 1) AS percent
  FROM crowd_attempt AS a
  JOIN crowd_learner AS l ON l.n = a.learner AND l.id = :learner
  JOIN crowd_answer AS r ON r.attempt = a.n
  WHERE a.handed_in IS NOT NULL
  GROUP BY a.n, a.quiz
) AS t ON t.quiz = q.n
GROUP BY q.n, q.title
