--@ do: two learners, two courses, five lessons
INSERT INTO users (id, email, name) VALUES (:uuid_u, :text_m, 'Ada'), (:uuid_v, :text_n, 'Bo');
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_c, 'Databases', 5), (:uuid_d, 'Python', 5);
INSERT INTO lesson_progress (user_id, course_id, lesson_id)
VALUES (:uuid_u, :uuid_c, :text_a), (:uuid_u, :uuid_c, :text_b), (:uuid_v, :uuid_c, :text_a), (:uuid_v, :uuid_d, :text_a), (:uuid_u, :uuid_d, :text_b);

--@ true: a lesson that is started is noted
-- An INSERT is not noted: a learner who starts a lesson is shown the answer from before.
DELETE FROM forget;
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:uuid_u, :uuid_c, :text_e);
SELECT count(*) > 0 FROM forget WHERE user_id = :uuid_u AND course_id = :uuid_c;

--@ true: a lesson that is opened is noted
-- An UPDATE of last_accessed_at is not noted: to open another lesson changes the answer.
DELETE FROM forget;
UPDATE lesson_progress SET last_accessed_at = now() WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = :text_b;
SELECT count(*) > 0 FROM forget WHERE user_id = :uuid_u AND course_id = :uuid_c;

--@ true: a lesson that is completed is noted
-- An UPDATE that completes a lesson is not noted.
DELETE FROM forget;
UPDATE lesson_progress SET completed = true, completed_at = now() WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = :text_b;
SELECT count(*) > 0 FROM forget WHERE user_id = :uuid_u AND course_id = :uuid_c;

--@ true: an UPDATE of any other column is noted
-- An UPDATE of lesson_id, time_spent_seconds, attempts, score, first_started_at, created_at or id is not noted:
-- any of them changes the row.
CREATE TEMP TABLE said (notes BOOLEAN);
DELETE FROM forget;
UPDATE lesson_progress SET time_spent_seconds = :int_t WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = :text_b;
INSERT INTO said SELECT count(*) > 0 FROM forget WHERE user_id = :uuid_u AND course_id = :uuid_c;
DELETE FROM forget;
UPDATE lesson_progress SET attempts = 1 WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = :text_b;
INSERT INTO said SELECT count(*) > 0 FROM forget WHERE user_id = :uuid_u AND course_id = :uuid_c;
DELETE FROM forget;
UPDATE lesson_progress SET score = :score_s WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = :text_b;
INSERT INTO said SELECT count(*) > 0 FROM forget WHERE user_id = :uuid_u AND course_id = :uuid_c;
DELETE FROM forget;
UPDATE lesson_progress SET first_started_at = :time_t WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = :text_b;
INSERT INTO said SELECT count(*) > 0 FROM forget WHERE user_id = :uuid_u AND course_id = :uuid_c;
DELETE FROM forget;
UPDATE lesson_progress SET lesson_id = :text_h WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = :text_b;
INSERT INTO said SELECT count(*) > 0 FROM forget WHERE user_id = :uuid_u AND course_id = :uuid_c;
DELETE FROM forget;
UPDATE lesson_progress SET created_at = :time_t
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = :text_h;
INSERT INTO said SELECT count(*) > 0 FROM forget WHERE user_id = :uuid_u AND course_id = :uuid_c;
DELETE FROM forget;
UPDATE lesson_progress SET id = :uuid_i
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = :text_h;
INSERT INTO said SELECT count(*) > 0 FROM forget WHERE user_id = :uuid_u AND course_id = :uuid_c;
SELECT bool_and(notes) FROM said;

--@ true: a pair that was not touched is not noted
-- One row was touched, and another learner or course was noted too.
DELETE FROM forget;
UPDATE lesson_progress SET last_accessed_at = now() WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = :text_b;
SELECT count(*) = 0 FROM forget WHERE (user_id, course_id) <> (:uuid_u, :uuid_c);

--@ true: a row that ON CONFLICT DO NOTHING leaves out is not noted
-- An INSERT … ON CONFLICT DO NOTHING has left the row that is there as it was, and its pair is noted.
DELETE FROM forget;
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:uuid_u, :uuid_c, :text_a)
ON CONFLICT DO NOTHING;
SELECT count(*) = 0 FROM forget;

--@ true: lessons that several learners start are noted, each of them
-- One INSERT brings rows of several learners and courses, and not all of their pairs are noted.
DELETE FROM forget;
INSERT INTO lesson_progress (user_id, course_id, lesson_id)
VALUES (:uuid_u, :uuid_c, :text_f), (:uuid_u, :uuid_d, :text_f), (:uuid_v, :uuid_c, :text_f), (:uuid_v, :uuid_d, :text_f);
SELECT count(DISTINCT (user_id, course_id)) = 4 FROM forget;

--@ true: lessons that one statement changes are noted, each of them
-- One UPDATE changes rows of several learners and courses, and not all of their pairs are noted.
DELETE FROM forget;
UPDATE lesson_progress SET last_accessed_at = now();
SELECT count(DISTINCT (user_id, course_id)) = 4 FROM forget;

--@ true: what was noted before stays
-- A note from before is gone: the cache has not read it yet. Add to `forget`, and take nothing away.
DELETE FROM forget;
INSERT INTO forget (user_id, course_id) VALUES (:uuid_x, :uuid_c), (:uuid_u, :uuid_y), (:uuid_u, :uuid_d), (:uuid_u, :uuid_c);
UPDATE lesson_progress SET last_accessed_at = now() WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = :text_b;
DELETE FROM lesson_progress WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = :text_b;
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:uuid_u, :uuid_c, :text_g);
SELECT count(DISTINCT (user_id, course_id)) = 4 AND count(*) > 4 FROM forget;

--@ true: a lesson that a teacher deletes is noted for everybody
-- One DELETE takes a lesson of the course away from both learners, and both are to be noted: they, and nobody else.
DELETE FROM forget;
DELETE FROM lesson_progress WHERE course_id = :uuid_c AND lesson_id = :text_a;
SELECT count(DISTINCT user_id) = 2 AND bool_and(course_id = :uuid_c) FROM forget;

--@ true: a row that moves is noted where it was and where it is
-- An UPDATE moves a row to another course, and a DELETE is to be noted too: the old pair and the new one, and no other.
DELETE FROM forget;
UPDATE lesson_progress SET course_id = :uuid_d WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = :text_a;
CREATE TEMP TABLE said AS SELECT count(DISTINCT course_id) AS courses, bool_and(user_id = :uuid_u) AS hers FROM forget;
DELETE FROM forget;
DELETE FROM lesson_progress WHERE user_id = :uuid_v AND course_id = :uuid_d;
SELECT courses = 2 AND hers AND (SELECT count(*) > 0 AND bool_and(user_id = :uuid_v AND course_id = :uuid_d) FROM forget) FROM said;

--@ true: a row that moves to another learner is noted where it was and where it is
-- An UPDATE moves a row to another learner: the old pair and the new one are to be noted, and no other.
DELETE FROM forget;
UPDATE lesson_progress SET user_id = :uuid_v WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = :text_b;
SELECT count(DISTINCT user_id) = 2 AND bool_and(course_id = :uuid_c) FROM forget;

--@ true: a row that moves to another learner and another course is noted where it was and where it is
-- An UPDATE moves a row to another learner and another course at once: the old pair and the new one are to be noted, and no other.
-- Also where the row gets another id with it.
DELETE FROM forget;
UPDATE lesson_progress SET user_id = :uuid_v, course_id = :uuid_d WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = :text_b;
CREATE TEMP TABLE said AS SELECT DISTINCT user_id, course_id FROM forget;
DELETE FROM forget;
UPDATE lesson_progress SET user_id = :uuid_u, course_id = :uuid_c, id = :uuid_i
WHERE user_id = :uuid_v AND course_id = :uuid_d AND lesson_id = :text_b;
SELECT count(DISTINCT (user_id, course_id)) = 2 AND (SELECT count(*) = 2 FROM said)
  AND bool_and((user_id, course_id) IN ((:uuid_u, :uuid_c), (:uuid_v, :uuid_d)))
  AND (SELECT bool_and((user_id, course_id) IN ((:uuid_u, :uuid_c), (:uuid_v, :uuid_d))) FROM said)
FROM forget;

--@ true: a course that is deleted is noted
-- The lessons of a deleted course go too, and their learners are to be noted.
DELETE FROM forget;
DELETE FROM courses WHERE id = :uuid_d;
SELECT count(DISTINCT user_id) = 2 AND bool_and(course_id = :uuid_d) FROM forget;

--@ true: a learner who is deleted is noted
-- The lessons of a deleted learner go too, and their pairs are to be noted: there may be an answer of theirs in the cache.
DELETE FROM forget;
DELETE FROM users WHERE id = :uuid_u;
SELECT count(DISTINCT course_id) = 2 AND bool_and(user_id = :uuid_u) FROM forget;

--@ true: rows are written as they were sent
-- What an INSERT or an UPDATE says is not what stands in the row afterwards.
INSERT INTO lesson_progress (user_id, course_id, lesson_id, score, attempts) VALUES (:uuid_v, :uuid_c, :text_e, :score_s, 1);
UPDATE lesson_progress SET time_spent_seconds = :int_t WHERE user_id = :uuid_v AND course_id = :uuid_c;
SELECT count(*) = 2 AND bool_and(time_spent_seconds = :int_t) AND sum(score) = :score_s FROM lesson_progress WHERE user_id = :uuid_v AND course_id = :uuid_c;

--@ true: rows are deleted when they are told to
-- A DELETE of a lesson or of a learner fails, or does not take the rows away.
DELETE FROM lesson_progress WHERE user_id = :uuid_v AND course_id = :uuid_c;
DELETE FROM users WHERE id = :uuid_u;
SELECT count(*) = 1 FROM lesson_progress;
