--@ sqlstate without_user_id: progress of NULL
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (NULL, :photo, 'exposure');
--@ sqlstate without_course_id: progress in NULL
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:mina, NULL, 'exposure');
