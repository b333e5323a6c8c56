--@ do: a hard lesson in which eighty of a hundred give up after nine tries, and an easy one
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, completed_at, attempts)
SELECT id, :algorithms, lesson, passed, CASE WHEN passed THEN now() END, tries
FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM users) AS learners
CROSS JOIN LATERAL (VALUES ('warm-up', true, 3),
                           ('halting-problem', n <= 20, CASE WHEN n <= 20 THEN 2 ELSE 9 END)) AS l (lesson, passed, tries)
WHERE n <= 100;
--@ value hard_lesson_by_those_who_completed: the hard one, by the guide's query
SELECT round(AVG(attempts), 1) FROM lesson_progress WHERE completed = true AND lesson_id = 'halting-problem';
--@ value easy_lesson_by_those_who_completed: the easy one
SELECT round(AVG(attempts), 1) FROM lesson_progress WHERE completed = true AND lesson_id = 'warm-up';
--@ value hard_lesson_by_everybody: the hard one, when everybody is asked
SELECT round(AVG(attempts), 1) FROM lesson_progress WHERE lesson_id = 'halting-problem';
--@ value percent_lost_in_the_hard_lesson: who did not complete it
SELECT round(100.0 * count(*) FILTER (WHERE NOT completed) / count(*)) FROM lesson_progress
WHERE lesson_id = 'halting-problem';
