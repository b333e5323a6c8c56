--@ do: a lesson with a score and one without, last written a while ago
INSERT INTO users (id, email, name) VALUES (:uuid_u, :text_mail, 'Ada');
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_c, 'Databases', 5), (:uuid_d, 'Python', 5);
INSERT INTO lesson_progress (id, user_id, course_id, lesson_id, completed, completed_at, attempts, score, time_spent_seconds, first_started_at, last_accessed_at, created_at, updated_at)
VALUES (:uuid_p, :uuid_u, :uuid_c, :text_p, true, :time_a, 1, :score_p, 60, :time_b, :time_b, :time_b, :time_c),
       (:uuid_q, :uuid_u, :uuid_c, :text_q, false, NULL, 0, NULL, NULL, NULL, NULL, NULL, :time_c);
CREATE TABLE public.seen AS SELECT id, ctid AS place FROM lesson_progress;

--@ true: what is inserted is there
-- A row that was inserted is not there, or another one than was sent: the trigger is for UPDATE.
SELECT count(*) = 2 AND bool_and(updated_at = :time_c) FROM lesson_progress;

--@ true: an UPDATE without a change writes no row
-- The row has another place: a new version was written although nothing changed.
UPDATE lesson_progress SET score = score, attempts = attempts WHERE id = :uuid_p;
SELECT p.ctid = s.place FROM lesson_progress AS p JOIN public.seen AS s USING (id) WHERE id = :uuid_p;

--@ true: an UPDATE without a change leaves updated_at alone
-- Nothing changed, and updated_at did.
UPDATE lesson_progress SET score = score, attempts = attempts WHERE id = :uuid_p;
SELECT updated_at = :time_c FROM lesson_progress WHERE id = :uuid_p;

--@ true: the same holds for a row with NULL in it
-- A row with NULL in it was written anew although nothing changed: = gives NULL there, IS DISTINCT FROM does not.
UPDATE lesson_progress SET completed = completed, score = NULL WHERE id = :uuid_q;
SELECT p.ctid = s.place AND updated_at = :time_c FROM lesson_progress AS p JOIN public.seen AS s USING (id) WHERE id = :uuid_q;

--@ true: the same value written out is no change
-- The UPDATE writes down the value that is there: nothing changes.
UPDATE lesson_progress SET score = :score_p, lesson_id = :text_p, completed_at = :time_a WHERE id = :uuid_p;
SELECT p.ctid = s.place AND updated_at = :time_c FROM lesson_progress AS p JOIN public.seen AS s USING (id) WHERE id = :uuid_p;

--@ true: without a change, whichever column the UPDATE names
-- Each of these names one column and leaves it as it is: nothing changes, and a row was written. A trigger for some columns does not fire.
UPDATE lesson_progress SET lesson_id = lesson_id WHERE id = :uuid_p;
UPDATE lesson_progress SET updated_at = updated_at WHERE id = :uuid_p;
UPDATE lesson_progress SET created_at = created_at WHERE id = :uuid_p;
UPDATE lesson_progress SET first_started_at = first_started_at WHERE id = :uuid_p;
UPDATE lesson_progress SET id = id WHERE id = :uuid_p;
UPDATE lesson_progress SET user_id = user_id, course_id = course_id WHERE id = :uuid_p;
SELECT p.ctid = s.place AND updated_at = :time_c FROM lesson_progress AS p JOIN public.seen AS s USING (id) WHERE id = :uuid_p;

--@ true: a change of completed, and the time of it is written and stamped
-- A change of completed, and the time of it is lost, or updated_at is not the time of the transaction: each column counts, and the guide's trigger must still do its work.
UPDATE lesson_progress SET completed = false, completed_at = NULL WHERE id = :uuid_p;
SELECT NOT completed AND completed_at IS NULL AND updated_at = now() FROM lesson_progress WHERE id = :uuid_p;

--@ true: a change of completed_at is written and stamped
-- A change of completed_at is lost, or updated_at is not the time of the transaction: each column counts, and the guide's trigger must still do its work.
UPDATE lesson_progress SET completed_at = :time_d WHERE id = :uuid_p;
UPDATE lesson_progress SET completed_at = completed_at + INTERVAL '1 microsecond' WHERE id = :uuid_p;
SELECT completed_at = :time_d + INTERVAL '1 microsecond' AND updated_at = now()
FROM lesson_progress WHERE id = :uuid_p;

--@ true: a change of time_spent_seconds is written and stamped
-- A change of time_spent_seconds is lost, or updated_at is not the time of the transaction: each column counts, and the guide's trigger must still do its work.
UPDATE lesson_progress SET time_spent_seconds = :int_100_900_s WHERE id = :uuid_p;
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + 1 WHERE id = :uuid_p;
SELECT time_spent_seconds = :int_100_900_s + 1 AND updated_at = now() FROM lesson_progress WHERE id = :uuid_p;

--@ true: a change of attempts is written and stamped
-- A change of attempts is lost, or updated_at is not the time of the transaction: each column counts, and the guide's trigger must still do its work.
UPDATE lesson_progress SET attempts = :int_2_9_n WHERE id = :uuid_p;
SELECT attempts = :int_2_9_n AND updated_at = now() FROM lesson_progress WHERE id = :uuid_p;

--@ true: a change of score is written and stamped
-- A change of score is lost, or updated_at is not the time of the transaction: each column counts, and the guide's trigger must still do its work.
UPDATE lesson_progress SET score = 0 WHERE id = :uuid_p;
SELECT score = 0 AND updated_at = now() FROM lesson_progress WHERE id = :uuid_p;

--@ true: a change of score to NULL is written and stamped
-- A change of score to NULL is lost, or updated_at is not the time of the transaction: each column counts, and the guide's trigger must still do its work.
UPDATE lesson_progress SET score = NULL WHERE id = :uuid_p;
SELECT score IS NULL AND updated_at = now() FROM lesson_progress WHERE id = :uuid_p;

--@ true: a change of lesson_id is written and stamped
-- A change of lesson_id is lost, or updated_at is not the time of the transaction: each column counts, and the guide's trigger must still do its work.
UPDATE lesson_progress SET lesson_id = :slug_n WHERE id = :uuid_p;
UPDATE lesson_progress SET lesson_id = lesson_id || ' ' WHERE id = :uuid_p;
SELECT lesson_id = :slug_n || ' ' AND updated_at = now() FROM lesson_progress WHERE id = :uuid_p;

--@ true: a change of course_id is written and stamped
-- A change of course_id is lost, or updated_at is not the time of the transaction: each column counts, and the guide's trigger must still do its work.
UPDATE lesson_progress SET course_id = :uuid_d WHERE id = :uuid_p;
SELECT course_id = :uuid_d AND updated_at = now() FROM lesson_progress WHERE id = :uuid_p;

--@ true: a change of first_started_at is written and stamped
-- A change of first_started_at is lost, or updated_at is not the time of the transaction: each column counts, and the guide's trigger must still do its work.
UPDATE lesson_progress SET first_started_at = :time_d WHERE id = :uuid_p;
UPDATE lesson_progress SET first_started_at = first_started_at + INTERVAL '1 microsecond' WHERE id = :uuid_p;
SELECT first_started_at = :time_d + INTERVAL '1 microsecond' AND updated_at = now()
FROM lesson_progress WHERE id = :uuid_p;

--@ true: a change of last_accessed_at is written and stamped
-- A change of last_accessed_at is lost, or updated_at is not the time of the transaction: each column counts, and the guide's trigger must still do its work.
UPDATE lesson_progress SET last_accessed_at = :time_d WHERE id = :uuid_p;
UPDATE lesson_progress SET last_accessed_at = last_accessed_at + INTERVAL '1 microsecond' WHERE id = :uuid_p;
SELECT last_accessed_at = :time_d + INTERVAL '1 microsecond' AND updated_at = now()
FROM lesson_progress WHERE id = :uuid_p;

--@ true: a change of created_at is written and stamped
-- A change of created_at is lost, or updated_at is not the time of the transaction: each column counts, and the guide's trigger must still do its work.
UPDATE lesson_progress SET created_at = :time_d WHERE id = :uuid_p;
UPDATE lesson_progress SET created_at = created_at + INTERVAL '1 microsecond' WHERE id = :uuid_p;
SELECT created_at = :time_d + INTERVAL '1 microsecond' AND updated_at = now()
FROM lesson_progress WHERE id = :uuid_p;

--@ true: a change of id is written and stamped
-- A change of id is lost, or updated_at is not the time of the transaction: each column counts, and the guide's trigger must still do its work.
UPDATE lesson_progress SET id = :uuid_n WHERE id = :uuid_p;
SELECT id = :uuid_n AND updated_at = now() FROM lesson_progress WHERE lesson_id = :text_p;

--@ true: a change of user_id is written and stamped
-- A change of user_id is lost, or updated_at is not the time of the transaction: each column counts, and the guide's trigger must still do its work.
INSERT INTO users (id, email, name) VALUES (:uuid_v, :text_other, 'Bo');
UPDATE lesson_progress SET user_id = :uuid_v WHERE id = :uuid_p;
SELECT user_id = :uuid_v AND updated_at = now() FROM lesson_progress WHERE id = :uuid_p;

--@ true: a change of capitals is a change
-- A change of lesson_id, in nothing but its capitals, is lost or not stamped: it is another text.
UPDATE lesson_progress SET lesson_id = upper(:text_p) WHERE id = :uuid_p;
SELECT lesson_id = upper(:text_p) AND updated_at = now() FROM lesson_progress WHERE id = :uuid_p;

--@ true: a change of updated_at is stamped
-- An UPDATE that brings another updated_at changes a column, so it is written, and the guide's trigger stamps it as before.
UPDATE lesson_progress SET updated_at = :time_d WHERE id = :uuid_p;
UPDATE lesson_progress SET updated_at = updated_at + INTERVAL '1 microsecond' WHERE id = :uuid_q;
SELECT count(*) = 2 AND bool_and(updated_at = now()) FROM lesson_progress;

--@ true: a change from NULL is a change
-- A value in place of NULL is a change, and it is lost or not stamped.
UPDATE lesson_progress SET score = :score_n WHERE id = :uuid_q;
SELECT score = :score_n AND updated_at = now() FROM lesson_progress WHERE id = :uuid_q;

--@ true: a change between NULL and 0 is a change
-- NULL and 0 are two values: a change from one to the other is lost or not stamped.
UPDATE lesson_progress SET score = 0 WHERE id = :uuid_q;
UPDATE lesson_progress SET time_spent_seconds = 0 WHERE id = :uuid_q;
UPDATE lesson_progress SET attempts = NULL WHERE id = :uuid_q;
SELECT score = 0 AND time_spent_seconds = 0 AND attempts IS NULL AND updated_at = now() FROM lesson_progress WHERE id = :uuid_q;

--@ true: of two rows the one that changes is written
-- One UPDATE, two rows, and only one of them changes: each row is looked at on its own.
UPDATE lesson_progress SET attempts = 1;
SELECT bool_and(CASE id WHEN :uuid_p THEN p.ctid = s.place AND updated_at = :time_c ELSE attempts = 1 AND updated_at = now() END)
FROM lesson_progress AS p JOIN public.seen AS s USING (id);

--@ true: an INSERT and a DELETE work as before
-- An INSERT or a DELETE on lesson_progress is lost or changed: the trigger is for UPDATE.
INSERT INTO lesson_progress (user_id, course_id, lesson_id, updated_at) VALUES (:uuid_u, :uuid_d, :slug_i, :time_d);
DELETE FROM lesson_progress WHERE id = :uuid_q;
SELECT count(*) = 2 AND bool_or(lesson_id = :slug_i AND updated_at = :time_d) FROM lesson_progress;
