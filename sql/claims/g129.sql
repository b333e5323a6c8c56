--@ do: eighty of a hundred give up after nine tries
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, completed_at, attempts)
SELECT id, :algorithms, 'halting-problem', n <= 20, CASE WHEN n <= 20 THEN now() END, CASE WHEN n <= 20 THEN 2 ELSE 9 END
FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM users) AS learners WHERE n <= 100;
--@ value struggling_learners: whom the query counts
SELECT COUNT(*) FROM lesson_progress WHERE lesson_id = 'halting-problem' AND attempts > 3 AND completed = false;
