--@ do: a course in which eleven lessons have scores around 85, and eleven have none
INSERT INTO lesson_progress (user_id, course_id, lesson_id, score)
SELECT :mina, :photo, 'quiz-' || n, 80 + n FROM generate_series(0, 10) AS n;
INSERT INTO lesson_progress (user_id, course_id, lesson_id, score)
SELECT :mina, :photo, 'video-' || n, NULL FROM generate_series(0, 10) AS n;
--@ value average_with_coalesce: NULL counted as 0
SELECT AVG(COALESCE(score, 0)) FROM lesson_progress WHERE user_id = :mina AND course_id = :photo;
--@ value average_of_scores: the scores that there are
SELECT AVG(score) FROM lesson_progress WHERE user_id = :mina AND course_id = :photo;
