--@ sqlstate score_150: 150 points
INSERT INTO lesson_progress (user_id, course_id, lesson_id, score) VALUES (:mina, :photo, 'light', 150);
--@ sqlstate score_minus_10: -10 points
INSERT INTO lesson_progress (user_id, course_id, lesson_id, score) VALUES (:mina, :photo, 'light', -10);
--@ sqlstate score_85: 85 points
INSERT INTO lesson_progress (user_id, course_id, lesson_id, score) VALUES (:mina, :photo, 'light', 85);
