--@ do: a learner opens three lessons, one of them by an untidy name
INSERT INTO users (id, email, name) VALUES (:uuid_u, :text_mail, 'Ada');
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_c, 'Databases', 5);
INSERT INTO lesson_progress (id, user_id, course_id, lesson_id)
VALUES (:uuid_p, :uuid_u, :uuid_c, 'joins'), (:uuid_q, :uuid_u, :uuid_c, ' keys ');
INSERT INTO lesson_progress
  (id, user_id, course_id, lesson_id, completed, completed_at, time_spent_seconds, attempts, score)
VALUES (:uuid_r, :uuid_u, :uuid_c, 'VIEWS', true, now(), :int_r, :int_2_9_r, :score_r);

--@ true: a tidy name is stored
-- A lesson whose name was tidy already is not stored: what the function gives back decides whether a row is written.
SELECT count(*) = 1 FROM lesson_progress WHERE id = :uuid_p AND lesson_id = 'joins';

--@ true: an untidy name is stored tidily
-- One of two names is not stored in its tidy form: one has blanks around it, the other has capitals,
-- and its lesson is completed.
SELECT count(*) = 2 FROM lesson_progress WHERE (id, lesson_id) IN ((:uuid_q, 'keys'), (:uuid_r, 'views'));

--@ refused 23505: a name that is there already once it is tidy
-- Two rows of one learner and course have one tidy name: the key is to refuse the second. Yours lets it in, or swallows it without a word.
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:uuid_u, :uuid_c, ' JOINS ');

--@ true: ON CONFLICT finds the tidy name by an untidy one
-- An INSERT with ON CONFLICT brings an untidy name of a lesson that is there. It fails, or stores another row,
-- or its UPDATE is lost: the name must be tidy before the key is asked.
INSERT INTO lesson_progress (user_id, course_id, lesson_id, time_spent_seconds)
VALUES (:uuid_u, :uuid_c, ' JOINS ', :int_t)
ON CONFLICT (user_id, course_id, lesson_id) DO UPDATE SET time_spent_seconds = EXCLUDED.time_spent_seconds;
SELECT count(*) FILTER (WHERE (id, lesson_id, time_spent_seconds) = (:uuid_p, 'joins', :int_t)) = 1
  AND count(*) = 3 FROM lesson_progress;

--@ do: a name of two words
INSERT INTO lesson_progress (id, user_id, course_id, lesson_id, last_accessed_at, score) VALUES (:uuid_w, :uuid_u, :uuid_c, '  Outer  Joins ', :time_w, :score_w);

--@ true: blanks within a name stay
-- `trim` takes the blanks around a name. Yours takes those within it too, and makes two names one.
SELECT lesson_id = 'outer  joins' FROM lesson_progress WHERE id = :uuid_w;

--@ true: the other columns are left alone
-- Only the name is to be tidied. Another column of the row is not what was sent.
SELECT bool_and(last_accessed_at = :time_w AND score = :score_w) IS NOT FALSE FROM lesson_progress WHERE id = :uuid_w;

--@ do: a name of many words
INSERT INTO lesson_progress (id, user_id, course_id, lesson_id)
VALUES (:uuid_y, :uuid_u, :uuid_c, upper(:slug_y)), (:uuid_z, :uuid_u, :uuid_c, :words_z || '_' || :slug_z);

--@ true: a long name is stored whole
-- A long name is another one after your trigger than in lower case: nothing but capitals, and blanks around it, is to go.
SELECT count(*) = 2 FROM lesson_progress
WHERE (id, lesson_id) IN ((:uuid_y, lower(:slug_y)), (:uuid_z, lower(:words_z || '_' || :slug_z)));

--@ do: the score of a lesson
UPDATE lesson_progress SET attempts = 1, score = 70 WHERE id IN (:uuid_p, :uuid_q, :uuid_r);

--@ true: an update is stored
-- An UPDATE is lost: what the function gives back decides whether, and as what, a row is written.
SELECT count(*) = 3 FROM lesson_progress WHERE attempts = 1 AND score = 70;

--@ true: the guide's trigger still moves updated_at
-- The guide's own trigger is gone, or its work undone: mend tidy_lesson_id alone.
SELECT bool_and(updated_at > created_at) FROM lesson_progress WHERE id IN (:uuid_p, :uuid_q, :uuid_r);

--@ do: a lesson gets a new name
UPDATE lesson_progress SET lesson_id = ' grouping' WHERE id = :uuid_r;

--@ true: a new name is tidied as well
-- A name that comes by an UPDATE is not tidied, or the UPDATE is lost.
UPDATE lesson_progress SET lesson_id = ' KEYS', time_spent_seconds = :int_s WHERE id = :uuid_q;
SELECT count(*) = 2 FROM lesson_progress
WHERE (id, lesson_id) = (:uuid_r, 'grouping')
  OR (id, lesson_id, time_spent_seconds) = (:uuid_q, 'keys', :int_s);

--@ true: what a trigger of another table writes is tidied as well
-- Whatever is inserted or updated, says the question, whoever sends it: here another trigger does, and an
-- untidy name stays, or a row is lost.
CREATE FUNCTION public.one_more() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO public.lesson_progress (user_id, course_id, lesson_id)
  VALUES (NEW.user_id, NEW.course_id, ' Sets ');
  UPDATE public.lesson_progress SET lesson_id = ' LOOPS' WHERE user_id = NEW.user_id AND lesson_id = 'joins';
  RETURN NULL;
END $$;
CREATE TRIGGER one_more AFTER INSERT ON course_progress FOR EACH ROW EXECUTE FUNCTION public.one_more();
INSERT INTO course_progress (user_id, course_id) VALUES (:uuid_u, :uuid_c);
SELECT count(*) = 2 FROM lesson_progress WHERE user_id = :uuid_u AND lesson_id IN ('sets', 'loops');

--@ true: a name from before the trigger is tidied by any update
-- Whatever is updated is stored with a tidy name, says the question: also a row from before the trigger, of which another column is updated.
ALTER TABLE lesson_progress DISABLE TRIGGER USER;
INSERT INTO lesson_progress (id, user_id, course_id, lesson_id) VALUES (:uuid_o, :uuid_u, :uuid_c, ' Trees ');
ALTER TABLE lesson_progress ENABLE TRIGGER USER;
UPDATE lesson_progress SET score = :score_o WHERE id = :uuid_o;
SELECT count(*) = 1 FROM lesson_progress WHERE (id, lesson_id, score) = (:uuid_o, 'trees', :score_o);

--@ do: a lesson is deleted
DELETE FROM lesson_progress WHERE id = :uuid_q;

--@ true: what was deleted is gone
-- A DELETE is lost: on DELETE there is no NEW, and a BEFORE trigger that gives back NULL keeps the row.
SELECT count(*) = 0 FROM lesson_progress WHERE id = :uuid_q;

--@ true: the lessons of a deleted course are gone
-- A course was deleted, and a lesson in it stayed behind: the trigger swallows the deletes of
-- the cascade, too.
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_d, 'Python', 5);
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:uuid_u, :uuid_d, 'joins');
DELETE FROM courses WHERE id = :uuid_d;
SELECT count(*) = 0 FROM lesson_progress WHERE course_id = :uuid_d;

--@ do: the learner is deleted
DELETE FROM users WHERE id = :uuid_u;

--@ true: the lessons of a deleted learner are gone
-- The learner is gone, and lessons stayed behind: the trigger swallows the deletes of the cascade, too.
SELECT count(*) = 0 FROM lesson_progress WHERE user_id = :uuid_u;

--@ refused 23503: a lesson of somebody whom nobody knows, as before
-- A rule that was there before is gone: what you were to mend is something else.
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:uuid_x, :uuid_c, 'joins');

--@ refused 23502: a lesson without a name, as before
-- A rule that was there before is gone: what you were to mend is something else.
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:uuid_x, :uuid_c, NULL);
