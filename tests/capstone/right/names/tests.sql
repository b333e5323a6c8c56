--@ do: a learner, two courses, two quizzes, a question in each, an attempt and an answer
INSERT INTO users (id, email, name) VALUES (:uuid_u, :text_mail, 'Mina'), (:uuid_v, :text_other, 'Ben');
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_c, 'Knots', 3), (:uuid_d, 'Maps', 3);
INSERT INTO quiz VALUES (:uuid_c, 'One', 60, 3), (:uuid_c, 'Two', 60, NULL);
INSERT INTO question VALUES (:uuid_c, 'One', 1, 'Which?', 5), (:uuid_c, 'Two', 2, 'Why?', 5);
INSERT INTO attempt (learner_id, course_id, quiz, number) VALUES (:uuid_u, :uuid_c, 'One', 1);
INSERT INTO answer VALUES (:uuid_u, :uuid_c, 'One', 1, 1, 2);
--@ refused 23502: no title
INSERT INTO quiz VALUES (:uuid_c, NULL, 1, 1);
--@ refused 23514: a title of a blank
INSERT INTO quiz VALUES (:uuid_c, ' ', 1, 1);
--@ refused 23505: a title twice
INSERT INTO quiz VALUES (:uuid_c, 'One', 1, 1);
--@ accepted: the title in another course
INSERT INTO quiz VALUES (:uuid_d, 'One', 0, 1), (:uuid_d, 'Two', 100, NULL);
--@ refused 23503: a course that there is not
INSERT INTO quiz VALUES (:uuid_x, 'One', 1, 1);
--@ refused 23502: no pass mark
INSERT INTO quiz VALUES (:uuid_c, 'New', NULL, 1);
--@ refused 23514: a pass mark of 101
INSERT INTO quiz VALUES (:uuid_c, 'New', 101, 1);
--@ refused 23514: a pass mark of -1
INSERT INTO quiz VALUES (:uuid_c, 'New', -1, 1);
--@ refused 23514: no attempt allowed
INSERT INTO quiz VALUES (:uuid_c, 'New', 1, 0);
--@ refused 23001 or 23503: a course with a quiz that nobody tried goes
INSERT INTO quiz VALUES (:uuid_d, 'Alone', 1, 1);
DELETE FROM courses WHERE id = :uuid_d;
--@ refused 23503: a question of no quiz
INSERT INTO question VALUES (:uuid_c, 'New', 1, 'x', 1);
--@ refused 23514: place 0
INSERT INTO question VALUES (:uuid_c, 'Two', 0, 'x', 1);
--@ refused 23502: no wording
INSERT INTO question VALUES (:uuid_c, 'Two', 3, NULL, 1);
--@ refused 23502: no points
INSERT INTO question VALUES (:uuid_c, 'Two', 3, 'x', NULL);
--@ refused 23514: 0 points
INSERT INTO question VALUES (:uuid_c, 'Two', 3, 'x', 0);
--@ true: a quiz that nobody tried goes with its questions
DELETE FROM quiz WHERE title = 'Two';
SELECT count(*) = 0 FROM question WHERE quiz = 'Two';
--@ refused 23001 or 23503: a quiz that was tried goes
INSERT INTO attempt (learner_id, course_id, quiz, number) VALUES (:uuid_v, :uuid_c, 'Two', 1);
DELETE FROM quiz WHERE title = 'Two';
--@ refused 23001 or 23503: a question that was answered goes
DELETE FROM question WHERE quiz = 'One';
--@ true: a title changes, and its rows go along
UPDATE quiz SET title = 'Uno' WHERE title = 'One';
SELECT count(*) = 1 FROM answer JOIN question USING (course_id, quiz, place) WHERE quiz = 'Uno';
--@ true: a number changes, and its answers go along
UPDATE attempt SET number = 7;
SELECT number = 7 FROM answer;
--@ true: a place changes, and its answers go along
UPDATE question SET place = 9 WHERE quiz = 'One';
SELECT place = 9 FROM answer;
--@ refused 23503: an attempt of a learner who is not there
INSERT INTO attempt (learner_id, course_id, quiz, number) VALUES (:uuid_x, :uuid_c, 'One', 1);
--@ refused 23503: an attempt at no quiz
INSERT INTO attempt (learner_id, course_id, quiz, number) VALUES (:uuid_v, :uuid_c, 'New', 1);
--@ refused 23514: number 0
INSERT INTO attempt (learner_id, course_id, quiz, number) VALUES (:uuid_v, :uuid_c, 'One', 0);
--@ refused 23502: nobody knows when it was begun
INSERT INTO attempt (learner_id, course_id, quiz, number, begun_at) VALUES (:uuid_v, :uuid_c, 'One', 1, NULL);
--@ refused 23514: handed in too early
INSERT INTO attempt (learner_id, course_id, quiz, number, handed_in_at) VALUES (:uuid_v, :uuid_c, 'One', 1, now() - INTERVAL '1 hour');
--@ refused 23P01: two are open
INSERT INTO attempt (learner_id, course_id, quiz, number) VALUES (:uuid_u, :uuid_c, 'One', 2);
--@ true: a learner leaves, and the attempts go
DELETE FROM users WHERE id = :uuid_u;
SELECT count(*) = 0 FROM attempt LEFT JOIN answer USING (learner_id) WHERE learner_id = :uuid_u;
--@ refused 23503: an answer to no question
INSERT INTO answer VALUES (:uuid_u, :uuid_c, 'One', 1, 2, 1);
--@ refused 23503: an answer in no attempt
INSERT INTO answer VALUES (:uuid_v, :uuid_c, 'One', 1, 1, 1);
--@ refused 23514: -1 points
UPDATE answer SET points = -1;
--@ accepted: not marked yet
UPDATE answer SET points = NULL;
