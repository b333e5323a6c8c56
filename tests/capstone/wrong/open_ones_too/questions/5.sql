SELECT t.learner, q.name AS title, t.nth AS number, t.until AS handed_in
FROM quizzes AS q CROSS JOIN LATERAL (
  SELECT * FROM tries WHERE quiz = q.id ORDER BY until DESC LIMIT 20
) AS t
WHERE q.course = :course
ORDER BY handed_in DESC, t.learner, title
FETCH FIRST 20 ROWS ONLY
