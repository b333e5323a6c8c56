--@ do: a learner, an open lesson, a completed one, and one that was reopened
INSERT INTO users (id, email, name) VALUES (:uuid_u, :text_mail, 'Ada');
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_c, 'Databases', 5);
INSERT INTO lesson_progress (id, user_id, course_id, lesson_id, completed, completed_at, created_at, updated_at)
VALUES (:uuid_p, :uuid_u, :uuid_c, :text_p, false, NULL, :time_a, :time_a),
       (:uuid_q, :uuid_u, :uuid_c, :text_q, true, :time_q, :time_a, :time_a),
       (:uuid_r, :uuid_u, :uuid_c, :text_r, false, :time_r, :time_a, :time_a);

--@ true: an INSERT keeps the time that it brings, and may bring none
-- An INSERT is left alone, and here its completed_at is another than it brought: the trigger is for UPDATE alone.
INSERT INTO lesson_progress (id, user_id, course_id, lesson_id, completed) VALUES (:uuid_i, :uuid_u, :uuid_c, :text_i, true);
SELECT bool_and(CASE id WHEN :uuid_q THEN completed_at = :time_q WHEN :uuid_r THEN completed_at = :time_r ELSE completed_at IS NULL END)
FROM lesson_progress;

--@ true: an UPDATE still does what it says
-- An UPDATE is lost, or does something else than it says: what does the function give back?
UPDATE lesson_progress SET attempts = :int_2_9_a, score = :score_a WHERE id IN (:uuid_p, :uuid_q);
SELECT count(*) = 2 FROM lesson_progress WHERE attempts = :int_2_9_a AND score = :score_a AND user_id = :uuid_u;

--@ true: an UPDATE that completes a lesson is stored
-- An UPDATE that sets completed is lost: what does the function give back?
UPDATE lesson_progress SET completed = true, score = :score_a WHERE id = :uuid_p;
SELECT completed AND score = :score_a FROM lesson_progress WHERE id = :uuid_p;

--@ true: a lesson that is completed gets the time of the transaction
-- completed turned true, and completed_at is not the time of the transaction, which is what now() gives.
UPDATE lesson_progress SET completed = true WHERE id = :uuid_p;
SELECT completed_at = now() FROM lesson_progress WHERE id = :uuid_p;

--@ true: whatever time the UPDATE brings
-- Whatever the UPDATE says: here one brings a time of its own for completed_at, and gets its way.
UPDATE lesson_progress SET completed = true, completed_at = :time_d WHERE id = :uuid_p;
SELECT completed_at = now() FROM lesson_progress WHERE id = :uuid_p;

--@ true: also when that time is still to come
-- Whatever the UPDATE says: here one brings a time that is still to come, and gets its way.
UPDATE lesson_progress SET completed = true, completed_at = '2099-01-01 00:00+00' WHERE id = :uuid_p;
SELECT completed_at = now() FROM lesson_progress WHERE id = :uuid_p;

--@ true: a lesson that was reopened gets a new time when it is completed again
-- completed turned true once more, and the time of the first time is still there.
UPDATE lesson_progress SET completed = true WHERE id = :uuid_r;
SELECT completed_at = now() FROM lesson_progress WHERE id = :uuid_r;

--@ true: a lesson that is completed gets it whatever else the UPDATE changes
-- An UPDATE that turns completed to true changes other columns with it, and completed_at is not the time of
-- the transaction.
INSERT INTO users (id, email, name) VALUES (:uuid_v, :text_other, 'Bo');
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_d, 'Python', 5);
UPDATE lesson_progress
SET id = :uuid_x, user_id = :uuid_v, course_id = :uuid_d, lesson_id = :slug_x, completed = true,
  time_spent_seconds = :int_x, attempts = :int_2_9_x, score = :score_x, first_started_at = :time_a,
  last_accessed_at = now(), created_at = :time_x
WHERE id = :uuid_p;
SELECT completed_at = now() FROM lesson_progress WHERE id = :uuid_x;

--@ true: a completed lesson keeps its time when something else is updated
-- The lesson was completed before, and its time moved: what was completed before this UPDATE does not turn true.
UPDATE lesson_progress SET time_spent_seconds = :int_s WHERE id = :uuid_q;
UPDATE lesson_progress
SET lesson_id = :slug_x, attempts = :int_2_9_x, score = :score_x, last_accessed_at = now() WHERE id = :uuid_q;
SELECT completed_at = :time_q FROM lesson_progress WHERE id = :uuid_q;

--@ true: a completed lesson keeps its time when completed is set to true again
-- The lesson was completed before, and its time moved: true to true is no change.
UPDATE lesson_progress SET completed = true WHERE id = :uuid_q;
SELECT completed_at = :time_q FROM lesson_progress WHERE id = :uuid_q;

--@ true: an UPDATE of a completed lesson may correct its time
-- Every other UPDATE is left alone: one that corrects the time of a completed lesson does not get its way.
UPDATE lesson_progress SET completed_at = :time_d WHERE id = :uuid_q;
SELECT completed_at = :time_d FROM lesson_progress WHERE id = :uuid_q;

--@ true: reopening a lesson leaves its time alone
-- completed turned false, and completed_at changed too: only the turn to true is yours.
UPDATE lesson_progress SET completed = false WHERE id = :uuid_q;
SELECT completed_at = :time_q AND NOT completed FROM lesson_progress WHERE id = :uuid_q;

--@ true: an open lesson stays without a time
-- The lesson is open, and has a time of completion.
UPDATE lesson_progress SET attempts = 1, completed = false WHERE id = :uuid_p;
SELECT completed_at IS NULL FROM lesson_progress WHERE id = :uuid_p;

--@ true: several lessons at once get their time, and only those that were open
-- One UPDATE of three rows: each row is looked at on its own.
UPDATE lesson_progress SET completed = true;
SELECT bool_and(CASE id WHEN :uuid_q THEN completed_at = :time_q ELSE completed_at = now() END) FROM lesson_progress;

--@ true: an UPDATE that a trigger of another table makes completes a lesson as well
-- When an UPDATE turns completed to true, says the question, whoever sends it: here another trigger
-- sends it, and the lesson has no time.
CREATE FUNCTION public.all_done() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE public.lesson_progress SET completed = true WHERE user_id = NEW.user_id AND completed_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER all_done AFTER INSERT ON course_progress FOR EACH ROW EXECUTE FUNCTION public.all_done();
INSERT INTO course_progress (user_id, course_id) VALUES (:uuid_u, :uuid_c);
SELECT completed AND completed_at = now() FROM lesson_progress WHERE id = :uuid_p;

--@ true: the guide's trigger still moves updated_at, and the other columns are left alone
-- Only completed_at is yours to write. Another column has changed that the UPDATE does not name, or updated_at is no longer moved.
UPDATE lesson_progress SET completed = true WHERE id = :uuid_p;
SELECT updated_at = now() AND created_at = :time_a AND last_accessed_at < now() AND first_started_at < now() AND time_spent_seconds = 0 AND attempts = 0 AND score IS NULL AND lesson_id = :text_p AND user_id = :uuid_u
FROM lesson_progress WHERE id = :uuid_p;

--@ true: a row can be deleted
-- A DELETE is lost: a trigger of yours fires on it.
DELETE FROM lesson_progress WHERE id = :uuid_p;
SELECT count(*) = 2 FROM lesson_progress;
