--@ do: the row that is there first
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:mina, :photo, 'exposure');
--@ sqlstate duplicate: the same learner, course and lesson
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:mina, :photo, 'exposure');
--@ sqlstate other_lesson: another lesson
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:mina, :photo, 'light');
--@ sqlstate other_user: another learner
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:jack, :photo, 'exposure');
