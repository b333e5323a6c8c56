SELECT q.name AS title, round(max(100.0 * g.points / w.points), 1) AS best
FROM quizzes AS q
LEFT JOIN tries AS t ON t.quiz = q.id AND t.learner = :learner AND t.until IS NOT NULL
LEFT JOIN LATERAL (SELECT sum(points) AS points FROM answers WHERE try = t.id) AS g ON true
LEFT JOIN LATERAL (SELECT sum(max_points) AS points FROM questions WHERE quiz = q.id) AS w ON true
WHERE q.course = :course
GROUP BY q.id
