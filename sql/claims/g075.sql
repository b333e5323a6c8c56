--@ sqlstate without_lesson_id: a row without a lesson
INSERT INTO lesson_progress (user_id, course_id) VALUES (:mina, :photo);
--@ sqlstate with_all_three: a row with learner, course and lesson
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:mina, :photo, 'light');
