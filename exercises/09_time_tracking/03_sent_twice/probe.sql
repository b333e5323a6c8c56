--@ do: a learner with some seconds in a lesson
INSERT INTO users (id, email, name) VALUES (:uuid_u, :text_mail, 'Ada');
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_c, 'Databases', 5);
INSERT INTO lesson_progress
  (user_id, course_id, lesson_id, time_spent_seconds, completed, completed_at, attempts, score)
SELECT :uuid_u, :uuid_c, 'joins', :int_before, done, CASE WHEN done THEN now() END,
       CASE WHEN done THEN :int_2_9_tries ELSE 0 END, CASE WHEN done THEN :score_before END
FROM (SELECT count(*) / 2 % 2 = 0 AS done FROM users) AS every_other_order;
INSERT INTO message VALUES (:uuid_n);

--@ do: rows beside it: other lessons, another course, another learner, their documents
INSERT INTO users (id, email, name) VALUES (:uuid_v, :text_post, 'Bo');
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_d, 'Databases', 5);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, time_spent_seconds, attempts, score) VALUES
  (:uuid_u, :uuid_c, 'keys', :int_k, 1, 40), (:uuid_u, :uuid_d, 'joins', :int_l, 1, 50), (:uuid_v, :uuid_c, 'joins', :int_n, 1, 60),
  (:uuid_u, :uuid_c, 'joins-2', :int_o, 0, NULL), (:uuid_u, :uuid_c, 'self-joins', :int_p, 0, NULL),
  (:uuid_u, :uuid_c, 'joint', :int_q, 0, NULL), (:uuid_u, :uuid_c, 'Joins', :int_r, 0, NULL);
INSERT INTO course_progress (user_id, course_id)
VALUES (:uuid_u, :uuid_c), (:uuid_u, :uuid_d), (:uuid_v, :uuid_c);

--@ true: 30 seconds more are there
-- The row does not have 30 seconds more than before: the message is counted more than once, or not at all.
SELECT time_spent_seconds = :int_before + 30 FROM lesson_progress
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins';

--@ true: the seconds are not lost
-- The seconds of the message are not in the row: nobody added them, or they were written over.
SELECT time_spent_seconds >= :int_before + 30 FROM lesson_progress
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins';

--@ true: the name is noted once
-- The name of the message is not noted in the end.
SELECT count(*) = 1 FROM message WHERE name = :uuid_m;

--@ true: a repeat moves nothing
-- A message that was noted before still moved last_accessed_at: it may move with the seconds, and a repeat adds none.
SELECT NOT coalesce(bool_or(alone), false) AND EXISTS (SELECT FROM pg_trigger WHERE tgname = 'note_move' AND tgenabled = 'O')
FROM (SELECT sum(seconds) = 0 AND bool_or(accessed) AS alone FROM public.moved WHERE user_id = :uuid_u GROUP BY device) AS by_device;

--@ same: another name
-- The names of other messages are changed.
SELECT name FROM message WHERE name <> :uuid_m;

--@ same: another column of the row
-- More than the seconds and last_accessed_at is written.
SELECT id, lesson_id, attempts, score, completed, completed_at, first_started_at, created_at FROM lesson_progress;

--@ same: another row
-- A row of another lesson, course or learner is changed: all three columns of the key say which row is meant.
SELECT * FROM lesson_progress WHERE (user_id, course_id, lesson_id) IS DISTINCT FROM (:uuid_u, :uuid_c, 'joins');

--@ same: a learner, a course or a document
-- A table is changed that the script has no business with.
SELECT 'users', to_jsonb(u) FROM users AS u UNION ALL SELECT 'courses', to_jsonb(c) FROM courses AS c
UNION ALL SELECT 'course_progress', to_jsonb(cp) FROM course_progress AS cp;
