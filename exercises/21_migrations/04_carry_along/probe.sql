--@ rows: the seconds of each lesson
-- The seconds under the new name are not those of the old one: NULL stays NULL, and whoever had a number has it still.
SELECT lesson_id, seconds_spent FROM lesson_progress;

--@ rows: the rest of each lesson
-- Another column than those of the seconds has changed, or a row is gone: only the seconds are carried along.
SELECT lesson_id, user_id, course_id, completed, attempts, score, first_started_at = created_at AS began, last_accessed_at = created_at AS seen, completed_at
FROM lesson_progress;

--@ true: the old column is gone
-- time_spent_seconds is still there.
SELECT count(*) = 0 FROM pg_attribute WHERE attrelid = 'public.lesson_progress'::regclass AND attname = 'time_spent_seconds' AND NOT attisdropped;

--@ true: no trigger and no function is left of it
-- The trigger or its function is still there: with the old column gone it fails, or does nothing.
SELECT to_regprocedure('public.keep_both_names()') IS NULL;

--@ do: a learner and a course
INSERT INTO users (id, email, name) VALUES (:uuid_u, :text_mail, 'Bo');
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_c, 'Art', 5);

--@ true: who leaves the seconds out gets 0
-- Who leaves the seconds out gets NULL, and NULL + 30 is NULL: the default went with the old column.
WITH made AS (INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:uuid_u, :uuid_c, 'b') RETURNING seconds_spent) SELECT coalesce(seconds_spent = 0, false) FROM made;

--@ refused 23514: fewer than 0 seconds
-- -1 second went in: the CHECK went with the old column.
INSERT INTO lesson_progress (user_id, course_id, lesson_id, seconds_spent) VALUES (:uuid_u, :uuid_c, 'a', -1);

--@ refused 23514: fewer than 0 seconds of a lesson that is completed
-- The rule holds for some rows only: the old one held for all.
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, completed_at, seconds_spent) VALUES (:uuid_u, :uuid_c, 'e', true, now(), -1);

--@ refused 23514: an UPDATE to fewer than 0 seconds
-- The rule holds for new rows only: the old one held for all.
UPDATE lesson_progress SET seconds_spent = -1 WHERE lesson_id = 'lesson-1';

--@ accepted: seconds that are not known, and many
-- Your rule asks more than the old one: NULL and any number from 0 on were accepted.
INSERT INTO lesson_progress (user_id, course_id, lesson_id, seconds_spent) VALUES (:uuid_u, :uuid_c, 'a', NULL), (:uuid_u, :uuid_c, 'c', 2000000000);

--@ refused 23514: a score of 101, as before
-- A rule that was there before is gone: what you were to mend is something else.
INSERT INTO lesson_progress (user_id, course_id, lesson_id, score) VALUES (:uuid_u, :uuid_c, 'd', 101);
