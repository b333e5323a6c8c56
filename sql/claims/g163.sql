--@ do: a row without the time of completion, and a lesson of one name in two courses
CREATE TEMP TABLE lesson_progress (LIKE lesson_progress INCLUDING DEFAULTS);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, first_started_at, completed_at)
VALUES (:mina, :databases, 'joins', true, '2026-03-01 09:00+00', '2026-03-03 12:00+00'),
       (:mina, :databases, 'joins', true, '2026-03-01 09:00+00', NULL),
       (:mina, :databases, 'introduction', true, '2026-03-01 09:00+00', '2026-03-01 10:00+00'),
       (:mina, :python, 'introduction', true, '2026-03-01 09:00+00', '2026-03-01 12:00+00');
--@ value completed_rows: rows of the first lesson
SELECT count(*) FROM lesson_progress WHERE completed = true AND lesson_id = 'joins';
--@ value averaged: rows that its average is made of
SELECT count(completed_at - first_started_at) FROM lesson_progress WHERE completed = true AND lesson_id = 'joins';
--@ steps one_name_in_two_courses: what the query says of one hour here and three hours there
SELECT avg(completed_at - first_started_at)::TEXT FROM lesson_progress
WHERE completed = true AND lesson_id = 'introduction' GROUP BY lesson_id;
