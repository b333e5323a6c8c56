--@ do: a learner, a course, a lesson
INSERT INTO users (id, email, name) VALUES (:uuid_u, :text_mail, 'Ada');
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_c, 'Databases', 5);
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:uuid_u, :uuid_c, 'joins');

--@ sqlstate a: a CHECK and a foreign key
INSERT INTO lesson_progress (user_id, course_id, lesson_id, score) VALUES (:uuid_x, :uuid_c, 'joins', 150);

--@ sqlstate b: NOT NULL and a CHECK
INSERT INTO lesson_progress (user_id, course_id, lesson_id, attempts) VALUES (:uuid_u, :uuid_c, NULL, -1);

--@ sqlstate c: UNIQUE and a CHECK
INSERT INTO lesson_progress (user_id, course_id, lesson_id, score) VALUES (:uuid_u, :uuid_c, 'joins', 150);

--@ sqlstate d: a foreign key alone
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:uuid_u, :uuid_x, 'joins');

--@ sqlstate e: a text that is no uuid
INSERT INTO lesson_progress (user_id, course_id, lesson_id, score) VALUES ('user-1', :uuid_c, 'joins', 150);

--@ sqlstate f: completed without a time
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed) VALUES (:uuid_u, :uuid_c, 'grouping', true);
