--@ do: two learners in a course, last written a while ago
INSERT INTO users (id, email, name) VALUES (:uuid_u, :text_mail, 'Ada'), (:uuid_v, :text_other, 'Bo');
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_c, 'Databases', 5);
INSERT INTO course_progress (id, user_id, course_id, created_at, last_accessed_at, updated_at)
VALUES (:uuid_p, :uuid_u, :uuid_c, :time_a, :time_b, :time_c), (:uuid_q, :uuid_v, :uuid_c, :time_a, :time_b, :time_c);

--@ true: an INSERT keeps the time that it brings
-- An INSERT is to keep its time, and here it does not: the trigger is for UPDATE alone.
SELECT bool_and(updated_at = :time_c AND created_at = :time_a) FROM course_progress;

--@ true: an UPDATE still does what it says
-- An UPDATE is lost, or does something else than it says: what does the function give back?
UPDATE course_progress SET progress_percentage = :score_a, completed_lessons = '["joins"]' WHERE id = :uuid_p;
SELECT progress_percentage = :score_a AND completed_lessons = '["joins"]' AND user_id = :uuid_u FROM course_progress WHERE id = :uuid_p;

--@ true: an UPDATE moves updated_at to the time of the transaction
-- After an UPDATE of progress_percentage updated_at is not the time of the transaction, which is what now() gives.
UPDATE course_progress SET progress_percentage = :score_a WHERE id = :uuid_p;
SELECT updated_at = now() FROM course_progress WHERE id = :uuid_p;

--@ true: an UPDATE of another column moves it as well
-- The trigger is for every UPDATE, whichever column it sets.
UPDATE course_progress SET completed_lessons = '["keys"]' WHERE id = :uuid_p;
UPDATE course_progress SET last_accessed_at = :time_d WHERE id = :uuid_q;
SELECT bool_and(updated_at = now()) FROM course_progress;

--@ true: an UPDATE of the time when the row was made, or of its id, moves it too
-- The trigger is for every UPDATE, whichever column it sets: one of created_at, or of id, does not move updated_at.
UPDATE course_progress SET created_at = :time_d WHERE id = :uuid_p;
UPDATE course_progress SET id = :uuid_r WHERE id = :uuid_q;
SELECT count(*) = 2 AND bool_and(updated_at = now()) FROM course_progress;

--@ true: an UPDATE that moves the row to another course, or learner, moves it too
-- The trigger is for every UPDATE, whichever column it sets: one of course_id, or of user_id, does not move updated_at.
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_d, 'Python', 5);
INSERT INTO users (id, email, name) VALUES (:uuid_w, :text_third, 'Cy');
UPDATE course_progress SET course_id = :uuid_d WHERE id = :uuid_p;
UPDATE course_progress SET user_id = :uuid_w WHERE id = :uuid_q;
SELECT count(*) = 2 AND bool_and(updated_at = now()) FROM course_progress;

--@ true: an UPDATE of several rows moves all of them
-- An UPDATE of two rows must stamp both.
UPDATE course_progress SET progress_percentage = progress_percentage + 1;
SELECT count(*) = 2 AND bool_and(updated_at = now()) FROM course_progress;

--@ true: an UPDATE that a trigger of another table makes moves it too
-- Whenever a row is updated, says the question, whoever sends the UPDATE: here another trigger sends it, and updated_at stays.
CREATE FUNCTION public.one_more() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE public.course_progress SET progress_percentage = progress_percentage + 1 WHERE user_id = NEW.user_id;
  RETURN NULL;
END $$;
CREATE TRIGGER one_more AFTER INSERT ON lesson_progress FOR EACH ROW EXECUTE FUNCTION public.one_more();
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:uuid_u, :uuid_c, :slug_l);
SELECT updated_at = now() AND progress_percentage = 1 FROM course_progress WHERE id = :uuid_p;

--@ true: an UPDATE that changes nothing else moves it too
-- Whenever a row is updated, says the question: an UPDATE that leaves every value as it is updates the row too.
UPDATE course_progress SET progress_percentage = progress_percentage WHERE id = :uuid_p;
SELECT updated_at = now() FROM course_progress WHERE id = :uuid_p;

--@ true: an UPDATE cannot set updated_at itself
-- Whatever the UPDATE says: here one brings a time of its own for updated_at, and gets its way.
UPDATE course_progress SET updated_at = :time_e WHERE id = :uuid_p;
SELECT updated_at = now() FROM course_progress WHERE id = :uuid_p;

--@ true: nor together with another column, nor to NULL
-- Whatever the UPDATE says: here one brings a time of its own, or NULL, for updated_at, and gets its way.
UPDATE course_progress SET progress_percentage = :score_b, updated_at = :time_e WHERE id = :uuid_p;
UPDATE course_progress SET updated_at = NULL WHERE id = :uuid_q;
SELECT bool_and(updated_at IS NOT NULL AND updated_at = now()) FROM course_progress;

--@ true: an UPDATE to a time to come, and once more, moves it to now as well
-- Whatever the UPDATE says: here one brings a time that is still to come, or two in one transaction bring one each, and one gets its way.
UPDATE course_progress SET updated_at = '2099-01-01 00:00+00' WHERE id = :uuid_p;
CREATE TEMP TABLE said AS SELECT updated_at = now() AS good FROM course_progress WHERE id = :uuid_p;
UPDATE course_progress SET progress_percentage = :score_a, updated_at = '2099-01-01 00:00+00' WHERE id = :uuid_p;
SELECT good AND updated_at = now() FROM said, course_progress WHERE id = :uuid_p;

--@ true: a row whose time is still to come, or is not known, gets the time of the transaction
-- Whatever was there before: here updated_at is still to come, or NULL, and stays after an UPDATE of another column.
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_d, 'Python', 5);
INSERT INTO course_progress (user_id, course_id, updated_at)
VALUES (:uuid_u, :uuid_d, :time_f + INTERVAL '50 years'), (:uuid_v, :uuid_d, NULL);
UPDATE course_progress SET progress_percentage = :score_f WHERE course_id = :uuid_d;
SELECT count(*) = 2 AND bool_and(updated_at IS NOT NULL AND updated_at = now() AND progress_percentage = :score_f)
FROM course_progress WHERE course_id = :uuid_d;

--@ true: the other columns are left alone
-- Only updated_at is yours to write. Another column has changed that the UPDATE does not name.
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_d, 'Python', 5);
UPDATE course_progress SET last_accessed_at = :time_d WHERE id = :uuid_p;
UPDATE course_progress SET created_at = :time_e WHERE id = :uuid_p;
UPDATE course_progress SET progress_percentage = 100 WHERE id = :uuid_p;
UPDATE course_progress SET completed_lessons = '["joins", "keys"]' WHERE id = :uuid_p;
UPDATE course_progress SET course_id = :uuid_d WHERE id = :uuid_p;
UPDATE course_progress SET course_id = :uuid_d WHERE id = :uuid_q;
UPDATE course_progress SET completed_lessons = '["views"]' WHERE id = :uuid_q;
UPDATE course_progress SET progress_percentage = :score_a WHERE id = :uuid_q;
UPDATE course_progress SET created_at = NULL WHERE id = :uuid_q;
UPDATE course_progress SET last_accessed_at = NULL WHERE id = :uuid_q;
SELECT (p.user_id, p.last_accessed_at, p.created_at, p.progress_percentage, p.completed_lessons, p.course_id)
     = (:uuid_u, :time_d, :time_e, 100, '["joins", "keys"]'::jsonb, :uuid_d)
  AND (q.user_id, q.progress_percentage, q.completed_lessons, q.course_id)
    = (:uuid_v, :score_a, '["views"]'::jsonb, :uuid_d)
  AND q.last_accessed_at IS NULL AND q.created_at IS NULL
FROM course_progress AS p, course_progress AS q WHERE p.id = :uuid_p AND q.id = :uuid_q;

--@ true: a row can be deleted
-- A DELETE is lost: a trigger of yours fires on it.
DELETE FROM course_progress WHERE id = :uuid_q;
SELECT count(*) = 1 FROM course_progress;

--@ true: an INSERT that leaves the time out has its default
-- An INSERT is left alone: it is lost, or has another time than its default.
DELETE FROM course_progress WHERE id = :uuid_q;
INSERT INTO course_progress (user_id, course_id) VALUES (:uuid_v, :uuid_c);
SELECT updated_at = now() FROM course_progress WHERE user_id = :uuid_v;

--@ true: the other table with the guide's trigger is as it was
-- lesson_progress has the guide's trigger, and it no longer does what it did: its function serves that table too.
INSERT INTO lesson_progress (user_id, course_id, lesson_id, updated_at, created_at) VALUES (:uuid_u, :uuid_c, :slug_l, :time_a, :time_a);
UPDATE lesson_progress SET time_spent_seconds = :int_2_90_s;
SELECT updated_at = now() AND time_spent_seconds = :int_2_90_s AND created_at = :time_a AND NOT completed FROM lesson_progress;
