MERGE INTO answers AS have
USING (
  SELECT t.id AS try, s.id AS question
  FROM quizzes AS q
  JOIN tries AS t ON t.quiz = q.id AND t.learner = :learner AND t.until IS NULL
  JOIN questions AS s ON s.quiz = q.id AND s.position = :place
  WHERE q.course = :course AND q.name = :title
) AS want ON have.try = want.try AND have.question = want.question
WHEN MATCHED THEN UPDATE SET points = :points
WHEN NOT MATCHED THEN INSERT (try, question, points) VALUES (want.try, want.question, :points)
