--@ do: a school
INSERT INTO users (id, email, name) VALUES (:uuid_u, :text_mail, 'Mina'), (:uuid_v, :text_other, 'Ben');
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_c, 'Knots', 3), (:uuid_d, 'Maps', 3);
INSERT INTO quizzes (course, name, needed) VALUES (:uuid_c, 'One', 60), (:uuid_c, 'Two', 60);
INSERT INTO questions (quiz, position, body, max_points) SELECT id, 1, 'Which?', 5 FROM quizzes WHERE course = :uuid_c;
INSERT INTO tries (learner, quiz, nth) SELECT :uuid_u, id, 1 FROM quizzes WHERE course = :uuid_c AND name = 'One';
INSERT INTO answers (try, question, points) SELECT tries.id, questions.id, 2 FROM tries JOIN questions USING (quiz) WHERE learner = :uuid_u;
--@ refused 23502: no course
INSERT INTO quizzes (name, needed) VALUES ('New', 1);
--@ refused 23503: a course that there is not
INSERT INTO quizzes (course, name, needed) VALUES (:uuid_x, 'New', 1);
--@ refused 23502: no title
INSERT INTO quizzes (course, needed) VALUES (:uuid_c, 1);
--@ refused 23514: a title of no letters
INSERT INTO quizzes (course, name, needed) VALUES (:uuid_c, '', 1);
--@ refused 23505: a title twice
INSERT INTO quizzes (course, name, needed) VALUES (:uuid_c, 'One', 1);
--@ refused 23502: no pass mark
INSERT INTO quizzes (course, name) VALUES (:uuid_c, 'New');
--@ refused 23514: a pass mark of -1
INSERT INTO quizzes (course, name, needed) VALUES (:uuid_c, 'New', -1);
--@ refused 23514: a pass mark of 101
INSERT INTO quizzes (course, name, needed) VALUES (:uuid_c, 'New', 101);
--@ refused 23514: no attempt allowed
UPDATE quizzes SET limit_of_attempts = 0;
--@ refused 23001 or 23503: a course with a quiz goes
INSERT INTO quizzes (course, name, needed) VALUES (:uuid_d, 'Alone', 1);
DELETE FROM courses WHERE id = :uuid_d;
--@ refused 23502: a question of no quiz
INSERT INTO questions (position, body, max_points) VALUES (2, 'x', 1);
--@ refused 23503: a question of a quiz that there is not
INSERT INTO questions (quiz, position, body, max_points) VALUES (0, 2, 'x', 1);
--@ refused 23502: no place
INSERT INTO questions (quiz, body, max_points) VALUES ((SELECT id FROM quizzes WHERE course = :uuid_c AND name = 'One'), 'x', 1);
--@ refused 23514: place 0
INSERT INTO questions (quiz, position, body, max_points) VALUES ((SELECT id FROM quizzes WHERE course = :uuid_c AND name = 'One'), 0, 'x', 1);
--@ refused 23505: a place twice
INSERT INTO questions (quiz, position, body, max_points) VALUES ((SELECT id FROM quizzes WHERE course = :uuid_c AND name = 'One'), 1, 'x', 1);
--@ refused 23502: no wording
INSERT INTO questions (quiz, position, max_points) VALUES ((SELECT id FROM quizzes WHERE course = :uuid_c AND name = 'One'), 2, 1);
--@ refused 23514: wording of no letters
INSERT INTO questions (quiz, position, body, max_points) VALUES ((SELECT id FROM quizzes WHERE course = :uuid_c AND name = 'One'), 2, '', 1);
--@ refused 23502: no points
INSERT INTO questions (quiz, position, body) VALUES ((SELECT id FROM quizzes WHERE course = :uuid_c AND name = 'One'), 2, 'x');
--@ refused 23514: 0 points
INSERT INTO questions (quiz, position, body, max_points) VALUES ((SELECT id FROM quizzes WHERE course = :uuid_c AND name = 'One'), 2, 'x', 0);
--@ true: a quiz that nobody tried goes with its questions
DELETE FROM quizzes WHERE id = (SELECT id FROM quizzes WHERE course = :uuid_c AND name = 'Two');
SELECT count(*) = 1 FROM questions JOIN quizzes ON quizzes.id = quiz WHERE course = :uuid_c;
--@ refused 23001 or 23503: a quiz that was tried goes
INSERT INTO tries (learner, quiz, nth) VALUES (:uuid_v, (SELECT id FROM quizzes WHERE course = :uuid_c AND name = 'Two'), 1);
DELETE FROM quizzes WHERE id = (SELECT id FROM quizzes WHERE course = :uuid_c AND name = 'Two');
--@ refused 23001 or 23503: a question that was answered goes
DELETE FROM questions WHERE id = (SELECT id FROM questions WHERE quiz = (SELECT id FROM quizzes WHERE course = :uuid_c AND name = 'One'));
--@ refused 23502: an attempt of nobody
INSERT INTO tries (quiz, nth) VALUES ((SELECT id FROM quizzes WHERE course = :uuid_c AND name = 'One'), 1);
--@ refused 23503: an attempt of a learner who is not there
INSERT INTO tries (learner, quiz, nth) VALUES (:uuid_x, (SELECT id FROM quizzes WHERE course = :uuid_c AND name = 'One'), 1);
--@ refused 23502: an attempt at nothing
INSERT INTO tries (learner, nth) VALUES (:uuid_v, 1);
--@ refused 23503: an attempt at a quiz that there is not
INSERT INTO tries (learner, quiz, nth) VALUES (:uuid_v, 0, 1);
--@ refused 23502: no number
INSERT INTO tries (learner, quiz) VALUES (:uuid_v, (SELECT id FROM quizzes WHERE course = :uuid_c AND name = 'One'));
--@ refused 23514: number 0
INSERT INTO tries (learner, quiz, nth) VALUES (:uuid_v, (SELECT id FROM quizzes WHERE course = :uuid_c AND name = 'One'), 0);
--@ refused 23502: nobody knows when it was begun
INSERT INTO tries (learner, quiz, nth, since) VALUES (:uuid_v, (SELECT id FROM quizzes WHERE course = :uuid_c AND name = 'One'), 1, NULL);
--@ refused 23514: handed in too early
UPDATE tries SET until = since - INTERVAL '1 hour';
--@ refused 23505: two are open
INSERT INTO tries (learner, quiz, nth) VALUES (:uuid_u, (SELECT id FROM quizzes WHERE course = :uuid_c AND name = 'One'), 2);
--@ refused 23505: a number twice
UPDATE tries SET until = now();
INSERT INTO tries (learner, quiz, nth) VALUES (:uuid_u, (SELECT id FROM quizzes WHERE course = :uuid_c AND name = 'One'), 1);
--@ true: a learner leaves, and attempts and answers go
DELETE FROM users WHERE id = :uuid_u;
SELECT count(*) = 0 FROM tries LEFT JOIN answers ON try = tries.id WHERE learner = :uuid_u;
--@ refused 23505: a question answered twice
INSERT INTO answers (try, question) VALUES ((SELECT id FROM tries WHERE learner = :uuid_u), (SELECT id FROM questions WHERE quiz = (SELECT id FROM quizzes WHERE course = :uuid_c AND name = 'One')));
--@ refused 23514: an answer to another quiz's question
INSERT INTO answers (try, question) VALUES ((SELECT id FROM tries WHERE learner = :uuid_u), (SELECT id FROM questions WHERE quiz = (SELECT id FROM quizzes WHERE course = :uuid_c AND name = 'Two')));
--@ refused 23502: an answer in no attempt
INSERT INTO answers (question) VALUES ((SELECT id FROM questions WHERE quiz = (SELECT id FROM quizzes WHERE course = :uuid_c AND name = 'Two')));
--@ refused 23503: an answer in an attempt that there is not
INSERT INTO answers (try, question) VALUES (0, (SELECT id FROM questions WHERE quiz = (SELECT id FROM quizzes WHERE course = :uuid_c AND name = 'Two')));
--@ refused 23502: an answer to nothing
INSERT INTO answers (try) VALUES ((SELECT id FROM tries WHERE learner = :uuid_u));
--@ refused 23503: an answer to a question that there is not
INSERT INTO answers (try, question) VALUES ((SELECT id FROM tries WHERE learner = :uuid_u), 0);
--@ refused 23514: -1 points
UPDATE answers SET points = -1;
--@ accepted: not marked yet
UPDATE answers SET points = NULL;
