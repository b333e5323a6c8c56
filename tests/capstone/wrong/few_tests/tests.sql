--@ do: a school with two quizzes, two questions and an attempt
INSERT INTO users (id, email, name) VALUES (:uuid_u, :text_mail, 'Mina'), (:uuid_v, :text_other, 'Ben');
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_c, 'Knots', 3), (:uuid_d, 'Maps', 3);
INSERT INTO quiz (id, course_id, title, pass_mark, most_attempts) VALUES (:uuid_q, :uuid_c, 'One', 60, 3), (:uuid_r, :uuid_c, 'Two', 60, NULL);
INSERT INTO question (id, quiz_id, place, wording, points) VALUES (:uuid_s, :uuid_q, 1, 'Which?', 5), (:uuid_t, :uuid_r, 1, 'Why?', 5);
INSERT INTO attempt (id, user_id, quiz_id, number) VALUES (:uuid_a, :uuid_u, :uuid_q, 1);
INSERT INTO answer (attempt_id, question_id, quiz_id, points) VALUES (:uuid_a, :uuid_s, :uuid_q, 2);
--@ refused 23505: a title twice
INSERT INTO quiz (course_id, title, pass_mark) VALUES (:uuid_c, 'One', 1);
--@ accepted: the title in another course
INSERT INTO quiz (course_id, title, pass_mark) VALUES (:uuid_d, 'One', 0), (:uuid_d, 'Two', 100);
--@ refused 23502: no title
INSERT INTO quiz (course_id, title, pass_mark) VALUES (:uuid_c, NULL, 1);
--@ refused 23514: a title of no letters
INSERT INTO quiz (course_id, title, pass_mark) VALUES (:uuid_c, '', 1);
--@ refused 23502: no course
INSERT INTO quiz (title, pass_mark) VALUES ('New', 1);
--@ refused 23503: a course that there is not
INSERT INTO quiz (course_id, title, pass_mark) VALUES (:uuid_x, 'New', 1);
--@ refused 23502: no pass mark
INSERT INTO quiz (course_id, title) VALUES (:uuid_c, 'New');
--@ refused 23514: a pass mark of 101
INSERT INTO quiz (course_id, title, pass_mark) VALUES (:uuid_c, 'New', 101);
--@ refused 23514: no attempt allowed
INSERT INTO quiz (course_id, title, pass_mark, most_attempts) VALUES (:uuid_c, 'New', 1, 0);
--@ refused 23001 or 23503: a course with a quiz that nobody tried goes
INSERT INTO quiz (course_id, title, pass_mark) VALUES (:uuid_d, 'Alone', 1);
DELETE FROM courses WHERE id = :uuid_d;
