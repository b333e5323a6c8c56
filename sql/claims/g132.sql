--@ sqlstate without_course_id: the insert as printed, with a real learner
INSERT INTO lesson_progress (user_id, lesson_id, completed, score) VALUES (:mina, 'quiz-lesson', false, 0);
--@ sqlstate with_it: the same with a course
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, score)
VALUES (:mina, :photo, 'quiz-lesson', false, 0);
