--@ do: a learner and a course
INSERT INTO users (id, email, name) VALUES (:uuid_u, :text_mail, 'Ada');
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_c, 'Databases', 5);

--@ sqlstate a: score 150
INSERT INTO lesson_progress (user_id, course_id, lesson_id, score) VALUES (:uuid_u, :uuid_c, 'joins', 150);

--@ sqlstate b: score NULL
INSERT INTO lesson_progress (user_id, course_id, lesson_id, score) VALUES (:uuid_u, :uuid_c, 'joins', NULL);

--@ sqlstate c: an unknown user
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:uuid_x, :uuid_c, 'joins');

--@ sqlstate d: the same row twice
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:uuid_u, :uuid_c, 'joins');
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:uuid_u, :uuid_c, 'joins');

--@ sqlstate e: no lesson
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:uuid_u, :uuid_c, NULL);
