SELECT q.course, q.name AS title, t.nth AS number, t.since AS started
FROM tries AS t JOIN quizzes AS q ON q.id = t.quiz
WHERE t.learner = :learner AND t.until IS NULL
ORDER BY started DESC, title
