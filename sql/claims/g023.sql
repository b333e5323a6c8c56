--@ do: a row of a lesson
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:mina, :photo, 'exposure');
--@ sqlstate duplicate: the same once more
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:mina, :photo, 'exposure');
--@ sqlstate negative_time: a second less than nothing
INSERT INTO lesson_progress (user_id, course_id, lesson_id, time_spent_seconds)
VALUES (:mina, :photo, 'light', -1);
--@ sqlstate score_of_101: more than all points
INSERT INTO lesson_progress (user_id, course_id, lesson_id, score) VALUES (:mina, :photo, 'light', 101);
