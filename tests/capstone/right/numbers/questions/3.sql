SELECT s.position AS place, a.answers, a.average
FROM quizzes AS q JOIN questions AS s ON s.quiz = q.id
CROSS JOIN LATERAL (
  SELECT count(*) AS answers, round(avg(points), 1) AS average FROM answers WHERE question = s.id
) AS a
WHERE q.course = :course AND q.name = :title
