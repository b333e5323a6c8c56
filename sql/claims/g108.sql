--@ do: a lesson of one name in two courses
INSERT INTO lesson_progress (user_id, course_id, lesson_id)
VALUES (:mina, :databases, 'the-same-name'), (:mina, :python, 'the-same-name');
--@ value rows: answers without the course
SELECT count(first_started_at) FROM lesson_progress WHERE user_id = :mina AND lesson_id = 'the-same-name';
--@ value rows_in_one_course: answers with it
SELECT count(first_started_at) FROM lesson_progress
WHERE user_id = :mina AND course_id = :databases AND lesson_id = 'the-same-name';
