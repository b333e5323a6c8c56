--@ do: two learners, two courses, three documents, and figures of their own where nothing is to move
INSERT INTO users (id, email, name) VALUES (:uuid_u, :text_m, 'Ada'), (:uuid_v, :text_n, 'Bo');
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_c, 'Databases', :int_4_5_n), (:uuid_d, 'Python', :int_4_5_m);
INSERT INTO course_progress (user_id, course_id, progress_percentage, completed_lessons, last_accessed_at, created_at)
VALUES (:uuid_u, :uuid_c, 0, '["x"]', :time_a, :time_b), (:uuid_u, :uuid_d, :int_61_74_d, '["y"]', :time_a, :time_b),
       (:uuid_v, :uuid_c, :int_61_74_v, '["z"]', :time_a, :time_b);

--@ do: three lessons are begun, two of them completed
-- An INSERT into lesson_progress fails: the message says why.
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, completed_at, score, attempts) VALUES
  (:uuid_u, :uuid_c, :text_a, true, now(), :score_e, 1), (:uuid_u, :uuid_c, :text_b, false, NULL, NULL, 0), (:uuid_u, :uuid_c, :text_d, true, now(), :score_e, 1);

--@ true: completed lessons count
-- Two of the course's lessons are completed, and the percentage is not 100 times 2 over lesson_count, rounded.
SELECT progress_percentage = round(100.0 * 2 / :int_4_5_n) FROM course_progress WHERE user_id = :uuid_u AND course_id = :uuid_c;

--@ true: a lesson more
-- With a third lesson completed, by one more INSERT, the percentage is not 100 times 3 over lesson_count, rounded.
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, completed_at) VALUES (:uuid_u, :uuid_c, :text_e, true, now());
SELECT progress_percentage = round(100.0 * 3 / :int_4_5_n) FROM course_progress WHERE user_id = :uuid_u AND course_id = :uuid_c;

--@ true: a lesson that is completed later counts
-- A lesson that was begun before is completed by an UPDATE, and the percentage does not say so.
UPDATE lesson_progress SET completed = true, completed_at = now() WHERE user_id = :uuid_u AND lesson_id = :text_b;
SELECT progress_percentage = round(100.0 * 3 / :int_4_5_n) FROM course_progress WHERE user_id = :uuid_u AND course_id = :uuid_c;

--@ true: a lesson that is begun does not count
-- A lesson that is begun and not completed is counted, or upsets the figure.
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:uuid_u, :uuid_c, :text_e);
UPDATE lesson_progress SET time_spent_seconds = 60 WHERE user_id = :uuid_u;
SELECT progress_percentage = round(100.0 * 2 / :int_4_5_n) FROM course_progress WHERE user_id = :uuid_u AND course_id = :uuid_c;

--@ true: a lesson that is begun sets a wrong figure right
-- A row was inserted, and the figure of its document, which was wrong, is as wrong as before: an INSERT works it out, be the lesson completed or not.
UPDATE course_progress SET progress_percentage = 7 WHERE user_id = :uuid_u AND course_id = :uuid_c;
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:uuid_u, :uuid_c, :text_e);
SELECT progress_percentage = round(100.0 * 2 / :int_4_5_n) FROM course_progress WHERE user_id = :uuid_u AND course_id = :uuid_c;

--@ true: a lesson opened again counts no more
-- An UPDATE opens a lesson again, and it is still counted, or not counted right.
UPDATE lesson_progress SET completed = false, completed_at = NULL WHERE user_id = :uuid_u AND lesson_id = :text_d;
SELECT progress_percentage = round(100.0 * 1 / :int_4_5_n) FROM course_progress WHERE user_id = :uuid_u AND course_id = :uuid_c;

--@ true: a deleted row is gone
-- A DELETE on lesson_progress is lost: the row is still there. What does a BEFORE trigger give back on DELETE?
DELETE FROM lesson_progress WHERE user_id = :uuid_u AND lesson_id = :text_a;
SELECT count(*) = 2 FROM lesson_progress;

--@ true: a deleted lesson counts no more
-- A deleted lesson is still counted, or not counted right: on DELETE there is no NEW.
DELETE FROM lesson_progress WHERE user_id = :uuid_u AND lesson_id = :text_a;
SELECT progress_percentage = round(100.0 * 1 / :int_4_5_n) FROM course_progress WHERE user_id = :uuid_u AND course_id = :uuid_c;

--@ true: two deleted in one statement
-- One DELETE of all rows, and the percentage is not 0.
DELETE FROM lesson_progress WHERE user_id = :uuid_u;
SELECT progress_percentage = 0 FROM course_progress WHERE user_id = :uuid_u AND course_id = :uuid_c;

--@ true: rows are written as they were sent
-- What an INSERT or an UPDATE of lesson_progress says is not what stands in the row afterwards.
UPDATE lesson_progress SET score = :score_s, attempts = 1 WHERE lesson_id = :text_a;
SELECT count(*) = 3 AND count(*) FILTER (WHERE completed) = 2 AND count(*) FILTER (WHERE score = :score_s AND lesson_id = :text_a) = 1 FROM lesson_progress;

--@ true: more lessons than the course has are 100
-- More lessons are completed than the course has: at most 100, and no error.
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, completed_at)
SELECT :uuid_u, :uuid_c, 'more-' || n, true, now() FROM generate_series(1, :int_4_5_n + 2) AS n;
SELECT progress_percentage = 100 FROM course_progress WHERE user_id = :uuid_u AND course_id = :uuid_c;

--@ true: the percentage is rounded, up as well as down
-- 2 of 3 are 67 and 1 of 3 is 33: rounded, not cut off. Without a decimal point a division of integers throws the rest away.
UPDATE courses SET lesson_count = 3 WHERE id = :uuid_c;
DELETE FROM lesson_progress WHERE lesson_id = :text_b;
CREATE TEMP TABLE said AS SELECT progress_percentage AS two FROM course_progress WHERE user_id = :uuid_u AND course_id = :uuid_c;
DELETE FROM lesson_progress WHERE lesson_id = :text_a;
SELECT two = 67 AND progress_percentage = 33 FROM said, course_progress WHERE user_id = :uuid_u AND course_id = :uuid_c;

--@ true: a half is rounded upwards
-- 1 of 8 are 12.5, and that is 13: round() of a double precision goes to the even number, which is 12.
UPDATE courses SET lesson_count = 8 WHERE id = :uuid_c;
DELETE FROM lesson_progress WHERE user_id = :uuid_u AND course_id = :uuid_c;
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, completed_at) VALUES (:uuid_u, :uuid_c, :text_h, true, now());
SELECT progress_percentage = 13 FROM course_progress WHERE user_id = :uuid_u AND course_id = :uuid_c;

--@ true: a figure just below a half is rounded once
-- 10 of 2001 are 0.49975, and that is 0: who rounds to some decimals first makes 0.5 of it, and 1 of that.
UPDATE courses SET lesson_count = 2001 WHERE id = :uuid_c;
DELETE FROM lesson_progress WHERE user_id = :uuid_u AND course_id = :uuid_c;
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, completed_at)
SELECT :uuid_u, :uuid_c, 'more-' || n, true, now() FROM generate_series(1, 10) AS n;
SELECT progress_percentage = 0 FROM course_progress WHERE user_id = :uuid_u AND course_id = :uuid_c;

--@ true: what a trigger of another table writes counts as well
-- Whenever rows are written, says the question, whoever writes them: here a trigger of another table does.
CREATE FUNCTION public.all_of_them() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE public.lesson_progress SET completed = true, completed_at = now()
  WHERE course_id = NEW.id AND NOT completed;
  INSERT INTO public.lesson_progress (user_id, course_id, lesson_id, completed, completed_at)
  SELECT id, NEW.id, 'sets', true, now() FROM public.users WHERE name = 'Bo';
  RETURN NULL;
END $$;
CREATE TRIGGER all_of_them AFTER UPDATE ON courses FOR EACH ROW EXECUTE FUNCTION public.all_of_them();
UPDATE courses SET title = :words_t WHERE id = :uuid_c;
SELECT bool_and(progress_percentage
  = CASE user_id WHEN :uuid_v THEN round(100.0 / :int_4_5_n) ELSE round(100.0 * 3 / :int_4_5_n) END)
FROM course_progress WHERE course_id = :uuid_c;

--@ true: another course and another learner keep theirs
-- The figure of another course, or of another learner, has changed: user_id and course_id both belong to the condition.
SELECT count(*) = 2 AND sum(progress_percentage) = :int_61_74_d + :int_61_74_v FROM course_progress WHERE (user_id, course_id) <> (:uuid_u, :uuid_c);

--@ true: each learner and course has a figure of its own
-- Lessons of another learner, or of another course, were counted as well.
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, completed_at) VALUES
  (:uuid_v, :uuid_c, :text_a, true, now()), (:uuid_u, :uuid_d, :text_a, true, now());
SELECT bool_and(progress_percentage = CASE WHEN user_id = :uuid_v THEN round(100.0 / :int_4_5_n) WHEN course_id = :uuid_d THEN round(100.0 / :int_4_5_m)
  ELSE round(100.0 * 2 / :int_4_5_n) END) FROM course_progress;

--@ true: the documents are otherwise as they were
-- completed_lessons, or another column of the document, has changed: the percentage alone is your concern.
SELECT count(*) = 3 AND string_agg(completed_lessons ->> 0, '' ORDER BY completed_lessons ->> 0) = 'xyz'
  AND bool_and(last_accessed_at = :time_a AND created_at = :time_b) FROM course_progress;

--@ true: a row that moves to another course counts there
-- An UPDATE moves a lesson to another course, and that course's figure does not know it: the trigger must fire then, and NEW says where the row is now.
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, completed_at) VALUES (:uuid_u, :uuid_d, :text_e, true, now());
UPDATE lesson_progress SET course_id = :uuid_d WHERE user_id = :uuid_u AND lesson_id = :text_a;
CREATE TEMP TABLE said AS SELECT progress_percentage AS there FROM course_progress WHERE user_id = :uuid_u AND course_id = :uuid_d;
UPDATE lesson_progress SET course_id = :uuid_c WHERE user_id = :uuid_u AND lesson_id IN (:text_a, :text_e);
SELECT there = round(100.0 * 2 / :int_4_5_m) AND progress_percentage = round(100.0 * 3 / :int_4_5_n)
FROM said, course_progress WHERE user_id = :uuid_u AND course_id = :uuid_c;

--@ true: a row that moves to another learner counts there
-- An UPDATE moves a lesson to another learner, and that learner's figure does not know it: the trigger must fire then, and NEW says whose row it is now.
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, completed_at) VALUES (:uuid_v, :uuid_c, :text_e, true, now());
UPDATE lesson_progress SET user_id = :uuid_v WHERE user_id = :uuid_u AND lesson_id = :text_a;
SELECT progress_percentage = round(100.0 * 2 / :int_4_5_n) FROM course_progress WHERE user_id = :uuid_v AND course_id = :uuid_c;

--@ true: completed says what is completed
-- A lesson is completed when completed says so, with a time or without: yours are counted by something else.
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed) VALUES (:uuid_u, :uuid_c, :text_e, true);
SELECT progress_percentage = round(100.0 * 3 / :int_4_5_n) FROM course_progress WHERE user_id = :uuid_u AND course_id = :uuid_c;

--@ true: where there is no document none is made
-- A learner without a document completes a lesson: it is an error, or a document is made.
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, completed_at) VALUES (:uuid_v, :uuid_d, :text_a, true, now());
SELECT (SELECT count(*) FROM course_progress) = 3 AND count(*) = 4 FROM lesson_progress;

--@ true: a course can be deleted
-- A course can no longer be deleted, or its lessons stay.
DELETE FROM courses WHERE id = :uuid_c;
SELECT count(*) = 0 AND (SELECT count(*) FROM courses) = 1 FROM lesson_progress;

--@ true: a learner can be deleted
-- A learner can no longer be deleted, or their lessons stay.
DELETE FROM users WHERE id = :uuid_u;
SELECT count(*) = 0 AND (SELECT count(*) FROM users) = 1 FROM lesson_progress;
