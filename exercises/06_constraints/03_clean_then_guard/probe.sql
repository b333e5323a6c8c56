--@ rows: the rows after the repair
-- Compare the rows that the question wants mended with yours: whoever says completed keeps that and gets a time, whoever has a time keeps it and becomes completed, and nobody else changes.
SELECT lesson_id, completed, completed_at, last_accessed_at, first_started_at, time_spent_seconds, attempts, score
FROM lesson_progress WHERE lesson_id LIKE 'lesson-%';

--@ rows: a good row is not written at all, a mended one has a new updated_at
-- Good rows were to keep all their values: write only the rows that are wrong, and let the trigger do its work on them.
SELECT lesson_id, updated_at > created_at AS written FROM lesson_progress WHERE lesson_id LIKE 'lesson-%';

--@ do: a learner and a course
INSERT INTO users (id, email, name) VALUES (:uuid_u, :text_mail, 'Bo');
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_c, 'Art', 5);

--@ accepted: completed, with a time; and opened, without
-- Two good rows are refused: the rule asks for more than that completed and completed_at agree.
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, completed_at)
VALUES (:uuid_u, :uuid_c, 'a', true, now()), (:uuid_u, :uuid_c, 'b', false, NULL);

--@ refused 23514: completed without a time
-- A row that says completed and has no time still gets in.
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed) VALUES (:uuid_u, :uuid_c, 'a', true);

--@ refused 23514: a time without completed
-- A row that has a time and is not completed still gets in.
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed_at) VALUES (:uuid_u, :uuid_c, 'a', now());

--@ refused 23514: a row of another day that says completed and has no time
-- A row of an earlier day, with a score and tries, says completed and has no time. The rule is for every row.
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, score, attempts, time_spent_seconds,
                             first_started_at, last_accessed_at, created_at, updated_at)
VALUES (:uuid_u, :uuid_c, :slug_s, true, :score_s, :int_2_9_tries, :int_seconds, :time_s, :time_s, :time_s, :time_s);

--@ refused 23514: a row of another day that has a time and is open
-- A row of an earlier day, with a score and tries, has a time and is not completed. The rule is for every row.
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed_at, score, attempts, time_spent_seconds,
                             first_started_at, last_accessed_at, created_at, updated_at)
VALUES (:uuid_u, :uuid_c, :slug_s, :time_s, :score_s, :int_2_9_tries, :int_seconds, :time_s, :time_s, :time_s, :time_s);

--@ accepted: completed long ago, before it was opened here, and tomorrow
-- Your rule asks more than was wanted: completed and completed_at agree, and nothing is said of when that is.
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, completed_at)
VALUES (:uuid_u, :uuid_c, 'a', true, '2020-01-01'), (:uuid_u, :uuid_c, 'b', true, now() + INTERVAL '1 day');

--@ accepted: open with a score, completed without one
-- Your rule asks more than was wanted: completed and completed_at agree, and nothing is said of scores, tries or time.
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, completed_at, score, attempts, time_spent_seconds)
VALUES (:uuid_u, :uuid_c, 'a', false, NULL, 90, 2, 60), (:uuid_u, :uuid_c, 'b', true, now(), NULL, 0, 0), (:uuid_u, :uuid_c, 'c', true, now(), 0, NULL, NULL);

--@ do: a lesson is opened
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:uuid_u, :uuid_c, 'open');

--@ do: and visited again
UPDATE lesson_progress SET time_spent_seconds = 60 WHERE user_id = :uuid_u;

--@ true: the trigger still moves updated_at
-- The guide's trigger no longer fires. Who switches it off for the repair must switch it on again, and needed not.
SELECT updated_at > created_at FROM lesson_progress WHERE user_id = :uuid_u;

--@ refused 23514: a score of 101, as before
-- The guide's CHECK of the score is gone. It did not stand in the way.
INSERT INTO lesson_progress (user_id, course_id, lesson_id, score) VALUES (:uuid_u, :uuid_c, 'a', 101);

--@ refused 23514: a negative time, as before
-- A rule that was there before is gone: what you were to mend is something else.
INSERT INTO lesson_progress (user_id, course_id, lesson_id, time_spent_seconds) VALUES (:uuid_u, :uuid_c, 'a', -1);

--@ refused 23514: a negative number of attempts, as before
-- A rule that was there before is gone: what you were to mend is something else.
INSERT INTO lesson_progress (user_id, course_id, lesson_id, attempts) VALUES (:uuid_u, :uuid_c, 'a', -1);

--@ refused 23503: a learner whom nobody knows, as before
-- A rule that was there before is gone: what you were to mend is something else.
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:uuid_x, :uuid_c, 'a');

--@ refused 23505: a lesson twice, as before
-- A rule that was there before is gone: what you were to mend is something else.
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:uuid_u, :uuid_c, 'open');
