--@ do: a learner with 7,199 seconds in one course and 2,400 in another
DELETE FROM lesson_progress WHERE user_id = :mina;
INSERT INTO lesson_progress (user_id, course_id, lesson_id, time_spent_seconds)
VALUES (:mina, :web, 'html-basics', 3600), (:mina, :web, 'css-basics', 3599), (:mina, :databases, 'joins', 2400);
--@ value hours_of_7199_seconds: in the first
SELECT SUM(time_spent_seconds) / 3600 FROM lesson_progress WHERE user_id = :mina AND course_id = :web;
--@ value hours_of_2400_seconds: in the second
SELECT SUM(time_spent_seconds) / 3600 FROM lesson_progress WHERE user_id = :mina AND course_id = :databases;
--@ value hours_of_no_rows: in a course that was never opened
SELECT SUM(time_spent_seconds) / 3600 FROM lesson_progress WHERE user_id = :mina AND course_id = :photo;
