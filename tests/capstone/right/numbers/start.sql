-- Whoever meets the open attempt, or the number, is refused with 23505 and knows why.
INSERT INTO tries (learner, quiz, nth)
SELECT :learner, id, (SELECT count(*) + 1 FROM tries WHERE learner = :learner AND quiz = quizzes.id)
FROM quizzes WHERE course = :course AND name = :title
