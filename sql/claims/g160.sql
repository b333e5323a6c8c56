--@ do: a course of 1,000 rows, 750 of them completed
CREATE TEMP TABLE lesson_progress (LIKE lesson_progress INCLUDING DEFAULTS);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed)
SELECT :mina, :databases, 'lesson-' || n, n <= 750 FROM generate_series(1, 1000) AS n;
--@ value rate: completed of all rows
SELECT round(count(*) FILTER (WHERE completed = true)::NUMERIC / count(*) * 100, 1)
FROM lesson_progress WHERE course_id = :databases;
--@ sqlstate course_without_rows: a course that nobody began
SELECT round(count(*) FILTER (WHERE completed = true)::NUMERIC / count(*) * 100, 1)
FROM lesson_progress WHERE course_id = :nobody;
