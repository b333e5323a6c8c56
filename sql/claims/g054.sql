--@ do: a video, a failed quiz, a passed one
CREATE TABLE quizzes (lesson TEXT, score INTEGER);
INSERT INTO quizzes VALUES ('a video', NULL), ('a failed quiz', 0), ('a passed quiz', 85);
--@ value average_of_scores: of those that there are
SELECT avg(score) FROM quizzes;
--@ value average_with_coalesce: with 0 for none
SELECT avg(COALESCE(score, 0)) FROM quizzes;
