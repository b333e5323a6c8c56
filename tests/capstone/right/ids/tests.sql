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
--@ refused 23514: a pass mark of -1
INSERT INTO quiz (course_id, title, pass_mark) VALUES (:uuid_c, 'New', -1);
--@ refused 23514: a pass mark of 101
INSERT INTO quiz (course_id, title, pass_mark) VALUES (:uuid_c, 'New', 101);
--@ refused 23514: no attempt allowed
INSERT INTO quiz (course_id, title, pass_mark, most_attempts) VALUES (:uuid_c, 'New', 1, 0);
--@ refused 23001 or 23503: a course with a quiz that nobody tried goes
INSERT INTO quiz (course_id, title, pass_mark) VALUES (:uuid_d, 'Alone', 1);
DELETE FROM courses WHERE id = :uuid_d;
--@ refused 23502: a question of no quiz
INSERT INTO question (place, wording, points) VALUES (2, 'x', 1);
--@ refused 23503: a question of a quiz that there is not
INSERT INTO question (quiz_id, place, wording, points) VALUES (:uuid_x, 2, 'x', 1);
--@ refused 23505: a place twice
INSERT INTO question (quiz_id, place, wording, points) VALUES (:uuid_q, 1, 'x', 1);
--@ refused 23502: no place
INSERT INTO question (quiz_id, wording, points) VALUES (:uuid_q, 'x', 1);
--@ refused 23514: place 0
INSERT INTO question (quiz_id, place, wording, points) VALUES (:uuid_q, 0, 'x', 1);
--@ refused 23502: no wording
INSERT INTO question (quiz_id, place, points) VALUES (:uuid_q, 2, 1);
--@ refused 23514: wording of no letters
INSERT INTO question (quiz_id, place, wording, points) VALUES (:uuid_q, 2, '', 1);
--@ refused 23502: no points
INSERT INTO question (quiz_id, place, wording) VALUES (:uuid_q, 2, 'x');
--@ refused 23514: 0 points
INSERT INTO question (quiz_id, place, wording, points) VALUES (:uuid_q, 2, 'x', 0);
--@ refused 23001 or 23503: a question that was answered goes
DELETE FROM question WHERE id = :uuid_s;
--@ refused 23001 or 23503: a quiz that was tried, and where nothing is answered yet, goes
INSERT INTO attempt (user_id, quiz_id, number) VALUES (:uuid_v, :uuid_r, 1);
DELETE FROM quiz WHERE id = :uuid_r;
--@ true: a quiz that nobody tried goes with its questions
DELETE FROM quiz WHERE id = :uuid_r;
SELECT count(*) = 0 FROM question WHERE id = :uuid_t;
--@ refused 23505: two attempts are open
INSERT INTO attempt (user_id, quiz_id, number) VALUES (:uuid_u, :uuid_q, 2);
--@ refused 23505: a number twice
UPDATE attempt SET handed_in_at = now() WHERE id = :uuid_a;
INSERT INTO attempt (user_id, quiz_id, number) VALUES (:uuid_u, :uuid_q, 1);
--@ accepted: the next attempt, and another learner's
UPDATE attempt SET handed_in_at = now() WHERE id = :uuid_a;
INSERT INTO attempt (user_id, quiz_id, number) VALUES (:uuid_u, :uuid_q, 2), (:uuid_v, :uuid_q, 1);
--@ refused 23502: an attempt of nobody
INSERT INTO attempt (quiz_id, number) VALUES (:uuid_q, 1);
--@ refused 23503: an attempt of a learner who is not there
INSERT INTO attempt (user_id, quiz_id, number) VALUES (:uuid_x, :uuid_q, 1);
--@ refused 23502: an attempt at nothing
INSERT INTO attempt (user_id, number) VALUES (:uuid_v, 1);
--@ refused 23503: an attempt at a quiz that there is not
INSERT INTO attempt (user_id, quiz_id, number) VALUES (:uuid_v, :uuid_x, 1);
--@ refused 23502: an attempt without a number
INSERT INTO attempt (user_id, quiz_id) VALUES (:uuid_v, :uuid_q);
--@ refused 23514: number 0
INSERT INTO attempt (user_id, quiz_id, number) VALUES (:uuid_v, :uuid_q, 0);
--@ refused 23502: nobody knows when it was begun
INSERT INTO attempt (user_id, quiz_id, number, started_at) VALUES (:uuid_v, :uuid_q, 1, NULL);
--@ refused 23514: handed in before it was begun
INSERT INTO attempt (user_id, quiz_id, number, handed_in_at) VALUES (:uuid_v, :uuid_q, 1, now() - INTERVAL '1 hour');
--@ true: a learner leaves, and attempts and answers go
DELETE FROM users WHERE id = :uuid_u;
SELECT (SELECT count(*) FROM attempt) + (SELECT count(*) FROM answer) = 0;
--@ refused 23502: an answer without its quiz
INSERT INTO answer (attempt_id, question_id) VALUES (:uuid_a, :uuid_t);
--@ refused 23503: an answer to another quiz's question
INSERT INTO answer (attempt_id, question_id, quiz_id) VALUES (:uuid_a, :uuid_t, :uuid_q);
--@ refused 23503: an answer in another quiz's attempt
INSERT INTO answer (attempt_id, question_id, quiz_id) VALUES (:uuid_a, :uuid_t, :uuid_r);
--@ refused 23514: -1 points
UPDATE answer SET points = -1 WHERE attempt_id = :uuid_a;
--@ accepted: not marked yet
UPDATE answer SET points = NULL WHERE attempt_id = :uuid_a;
