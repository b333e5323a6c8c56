SELECT count(DISTINCT t.learner) AS tried,
       count(DISTINCT t.learner) FILTER (WHERE 100.0 * g.points / w.points >= q.needed) AS passed
FROM quizzes AS q
JOIN tries AS t ON t.quiz = q.id AND t.until IS NOT NULL
CROSS JOIN LATERAL (SELECT sum(points) AS points FROM answers WHERE try = t.id) AS g
CROSS JOIN (SELECT quiz, sum(max_points) AS points FROM questions GROUP BY quiz) AS w
WHERE w.quiz = q.id AND q.course = :course AND q.name = :title
