--@ do: two learners and their lessons, one without a time
INSERT INTO users (id, email, name) VALUES (:uuid_u, :text_mail, 'Ada'), (:uuid_v, :text_other, 'Bo');
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_c, 'Databases', 5);
INSERT INTO lesson_progress (id, user_id, course_id, lesson_id, time_spent_seconds)
VALUES (:uuid_p, :uuid_u, :uuid_c, :text_p, :int_p), (:uuid_q, :uuid_u, :uuid_c, :text_q, :int_q), (:uuid_r, :uuid_u, :uuid_c, :text_r, NULL),
       (:uuid_s, :uuid_v, :uuid_c, :text_s, :int_s);

--@ true: INSERT is not counted
-- Nothing was deleted so far, and something is in the table.
SELECT count(*) = 0 FROM deletion;

--@ true: UPDATE is not counted
-- An UPDATE removes no row, and something is in the table.
UPDATE lesson_progress SET attempts = 1;
SELECT count(*) = 0 FROM deletion;

--@ true: a DELETE does what it says
-- Rows that were to be deleted are still there, or others are gone.
DELETE FROM lesson_progress WHERE id IN (:uuid_p, :uuid_q);
SELECT count(*) = 2 AND bool_and(id IN (:uuid_r, :uuid_s)) FROM lesson_progress;

--@ true: a DELETE of one row leaves one row
-- One row was deleted, and deletion does not say so in one row.
DELETE FROM lesson_progress WHERE id = :uuid_p;
SELECT count(*) = 1 AND bool_and(lessons = 1) FROM deletion;

--@ true: with the seconds of the row that is gone
-- One row was deleted, and deletion has other seconds.
DELETE FROM lesson_progress WHERE id = :uuid_p;
SELECT bool_and(seconds = :int_p) AND max(seconds) = :int_p FROM deletion;

--@ true: a DELETE of two rows leaves one row
-- Two rows were deleted by one statement, and deletion does not have one row for it, with 2 and the sum of both.
DELETE FROM lesson_progress WHERE id IN (:uuid_p, :uuid_q);
SELECT count(*) = 1 AND bool_and(lessons = 2 AND seconds = :int_p + :int_q) FROM deletion;

--@ true: a DELETE of several learners' rows in two courses leaves one row
-- One statement deleted rows of two learners, in two courses, three of them with one lesson_id and one time: it leaves one row, with all of them.
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_d, 'Python', 5);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, time_spent_seconds)
VALUES (:uuid_v, :uuid_d, :text_s, :int_s), (:uuid_u, :uuid_c, :text_s, :int_s);
DELETE FROM lesson_progress;
SELECT count(*) = 1 AND bool_and(lessons = 6 AND seconds = :int_p + :int_q + 3 * :int_s) FROM deletion;

--@ true: a row without a time counts, with 0 seconds
-- A row whose time is NULL was deleted with another: it counts as a row, and its time as 0.
DELETE FROM lesson_progress WHERE id IN (:uuid_q, :uuid_r);
SELECT count(*) = 1 AND bool_and(lessons = 2 AND seconds = :int_q) FROM deletion;

--@ true: also when it is the only one
-- A row whose time is NULL was deleted alone. The DELETE must work, and leave 1 and 0.
DELETE FROM lesson_progress WHERE id = :uuid_r;
SELECT count(*) = 1 AND bool_and(lessons = 1 AND seconds = 0) FROM deletion;

--@ true: a sum that no INTEGER takes
-- The seconds of two rows are together more than an INTEGER takes, and `seconds` is a BIGINT: so must be all that the sum goes through.
UPDATE lesson_progress SET time_spent_seconds = 2000000000 WHERE id IN (:uuid_p, :uuid_q);
DELETE FROM lesson_progress WHERE id IN (:uuid_p, :uuid_q);
SELECT sum(seconds) = 4000000000 FROM deletion;

--@ true: two statements leave two rows
-- Each DELETE has its own row.
DELETE FROM lesson_progress WHERE id = :uuid_p;
DELETE FROM lesson_progress WHERE id = :uuid_q;
SELECT count(*) = 2 AND sum(lessons) = 2 AND sum(seconds) = :int_p + :int_q FROM deletion;

--@ true: a DELETE that finds no row leaves none
-- No row was deleted. The DELETE must work all the same, and leave nothing.
DELETE FROM lesson_progress WHERE id = :uuid_none;
SELECT count(*) = 0 FROM deletion;

--@ true: a cascade is counted
-- Ada was deleted, and her three lessons by the cascade: one row, with 3 and their seconds.
DELETE FROM users WHERE id = :uuid_u;
SELECT count(*) = 1 AND bool_and(lessons = 3 AND seconds = :int_p + :int_q) FROM deletion;

--@ true: a DELETE that a trigger of another table makes is counted
-- Every DELETE counts, says the question, whoever sends it: here another trigger sends it, and
-- deletion does not have one row for it.
CREATE FUNCTION public.anew() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM public.lesson_progress WHERE user_id = NEW.user_id;
  RETURN NULL;
END $$;
CREATE TRIGGER anew AFTER INSERT ON course_progress FOR EACH ROW EXECUTE FUNCTION public.anew();
INSERT INTO course_progress (user_id, course_id) VALUES (:uuid_v, :uuid_c);
SELECT count(*) = 1 AND bool_and(lessons = 1 AND seconds = :int_s) FROM deletion;

--@ true: the time is that of the transaction
-- The column at has a default, and that is the time that it is to have.
DELETE FROM lesson_progress WHERE id = :uuid_p;
SELECT bool_and(at = now()) AND count(*) = 1 FROM deletion;

--@ true: the guide's trigger still moves updated_at
-- The guide's own trigger is gone, or its work undone.
UPDATE lesson_progress SET updated_at = :time_a WHERE id = :uuid_s;
SELECT updated_at = now() FROM lesson_progress WHERE id = :uuid_s;
