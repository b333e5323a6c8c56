--@ rows: the rows afterwards
-- Just the rows without attempts change: they get 1 when they have a score, 0 when not, and 0 is a score.
SELECT lesson_id, attempts, score, completed, time_spent_seconds, first_started_at = created_at AS began, last_accessed_at = created_at AS seen
FROM lesson_progress;

--@ true: rows that had a number have it still
-- A row that had attempts has another number now: choose those without by WHERE attempts IS NULL.
SELECT count(*) FILTER (WHERE attempts = substr(lesson_id, 8)::int % 4) = 12 FROM lesson_progress
WHERE lesson_id LIKE 'lesson-%' AND substr(lesson_id, 8)::int % 3 > 0;

--@ true: a row that had a number is not written
-- Rows that had a number were to keep it, and were written all the same: choose those without by WHERE attempts IS NULL.
SELECT NOT bool_or(updated_at > created_at) FROM lesson_progress
WHERE lesson_id = 'many' OR (lesson_id LIKE 'lesson-%' AND substr(lesson_id, 8)::int % 3 > 0);

--@ true: attempts is NOT NULL
-- The column itself must be NOT NULL.
SELECT attnotnull FROM pg_attribute WHERE attrelid = 'public.lesson_progress'::regclass AND attname = 'attempts';

--@ true: as many CHECKs as before
-- A CHECK was left behind, or one of before is gone.
SELECT count(*) = 3 FROM pg_constraint WHERE conrelid = 'public.lesson_progress'::regclass AND contype = 'c';

--@ do: a learner and a course
INSERT INTO users (id, email, name) VALUES (:uuid_u, :text_mail, 'Bo');
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_c, 'Art', 5);

--@ refused 23502 or 23514: a row without attempts
-- A row whose attempts are NULL still gets in: nothing makes the column required.
INSERT INTO lesson_progress (user_id, course_id, lesson_id, attempts) VALUES (:uuid_u, :uuid_c, 'a', NULL);

--@ accepted: a row that leaves attempts out
-- Who leaves attempts out is refused: the default must stay.
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:uuid_u, :uuid_c, 'a');

--@ true: who leaves attempts out gets 0
-- The default was 0, and was to stay 0.
WITH made AS (INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:uuid_u, :uuid_c, 'b') RETURNING attempts) SELECT attempts = 0 FROM made;

--@ refused 23514: a negative number of attempts, as before
-- A rule that was there before is gone: what you were to mend is something else.
INSERT INTO lesson_progress (user_id, course_id, lesson_id, attempts) VALUES (:uuid_u, :uuid_c, 'a', -1);

--@ refused 23514: a score of 101, as before
-- A rule that was there before is gone: what you were to mend is something else.
INSERT INTO lesson_progress (user_id, course_id, lesson_id, attempts, score) VALUES (:uuid_u, :uuid_c, 'a', 1, 101);

--@ refused 23514: less than no time, as before
-- A rule that was there before is gone: what you were to mend is something else.
INSERT INTO lesson_progress (user_id, course_id, lesson_id, time_spent_seconds) VALUES (:uuid_u, :uuid_c, 'a', -1);

--@ accepted: many tries, and a try with nothing right
-- Your rule asks more than was wanted: any number that is known will do.
INSERT INTO lesson_progress (user_id, course_id, lesson_id, attempts, score) VALUES (:uuid_u, :uuid_c, 'a', 250, 100), (:uuid_u, :uuid_c, 'c', 1, 0);

--@ accepted: a score without a try that was counted, and a try without a score
-- Your rule asks more than was wanted: any number that is known will do, whatever the score.
INSERT INTO lesson_progress (user_id, course_id, lesson_id, attempts, score) VALUES (:uuid_u, :uuid_c, 'a', 0, 100), (:uuid_u, :uuid_c, 'c', 3, NULL);
