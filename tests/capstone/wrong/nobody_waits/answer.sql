BEGIN;
SELECT FROM tries WHERE learner = :learner AND until IS NULL FOR UPDATE NOWAIT;
INSERT INTO answers (try, question, points)
SELECT t.id, s.id, :points FROM tries AS t JOIN questions AS s ON s.quiz = t.quiz AND s.position = :place
WHERE t.learner = :learner AND t.until IS NULL;
COMMIT
