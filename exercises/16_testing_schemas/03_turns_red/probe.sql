--@ true: it returns a BOOLEAN
-- The question wants a function without parameters that returns BOOLEAN.
SELECT count(*) = 1 FROM pg_catalog.pg_proc
WHERE proname = 'score_is_guarded' AND pronargs = 0 AND prorettype = 'boolean'::regtype AND NOT proretset AND prokind = 'f';

--@ do: somebody else's learner, course and lesson
INSERT INTO users (id, email, name) VALUES (:uuid_u, :text_m, 'Ada');
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_c, 'Databases', 5);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, attempts, score) VALUES (:uuid_u, :uuid_c, 'joins', 1, :int_1_99_kept);

--@ true: with the rule in place it says true
-- With the guide's rule in place a score of 0 and of 100 is accepted, -1 and 101 are refused by the CHECK: your test must be green.
SELECT score_is_guarded();

--@ do: it is called twice, for good
SELECT score_is_guarded();
SELECT score_is_guarded();

--@ true: nothing that it did stays, and nothing that was there goes
-- What a test puts in must be taken back, the learner and the course with it, and rows of others are not its own.
SELECT (SELECT count(*) FROM users) = 1 AND (SELECT count(*) FROM courses) = 1
  AND (SELECT count(*) = 1 AND bool_and(score = :int_1_99_kept AND lesson_id = 'joins') FROM lesson_progress);

--@ true: called again it says the same
-- It was true before, and it is called in the same database: what did the first call leave behind?
SELECT score_is_guarded();

--@ true: where there is nobody it says true
-- There are no learners, courses or lessons in the database, and the rule is in place: a test makes a learner and a course of its own, and borrows none.
DELETE FROM users;
DELETE FROM courses;
SELECT score_is_guarded();

--@ true: without the rule it says false
-- With no rule at all -1 and 101 get in. Such a test never turns red.
DELETE FROM lesson_progress;
ALTER TABLE lesson_progress DROP CONSTRAINT lesson_progress_score_check;
SELECT score_is_guarded() = false;

--@ true: with no lower bound it says false
-- Half of the rule is gone, and -1 gets in: both ends have to be tried, each by itself.
DELETE FROM lesson_progress;
ALTER TABLE lesson_progress DROP CONSTRAINT lesson_progress_score_check, ADD CONSTRAINT half CHECK (score <= 100);
SELECT score_is_guarded() = false;

--@ true: with no upper bound it says false
-- Half of the rule is gone, and 101 gets in: both ends have to be tried, each by itself.
DELETE FROM lesson_progress;
ALTER TABLE lesson_progress DROP CONSTRAINT lesson_progress_score_check, ADD CONSTRAINT half CHECK (score >= 0);
SELECT score_is_guarded() = false;

--@ true: the same rule in other words is the same rule
-- The rule is there, under another name and in other words: a test tries it, it does not read it.
DELETE FROM lesson_progress;
ALTER TABLE lesson_progress DROP CONSTRAINT lesson_progress_score_check,
  ADD CONSTRAINT anew CHECK (NOT (score < 0)), ADD CONSTRAINT anew_too CHECK (101 > score);
SELECT score_is_guarded();

--@ true: when 0 is refused it says false
-- A rule that refuses 0 refuses too much. That it is accepted has to be tried as well.
DELETE FROM lesson_progress;
ALTER TABLE lesson_progress DROP CONSTRAINT lesson_progress_score_check, ADD CONSTRAINT narrow CHECK (score > 0 AND score < 101);
SELECT score_is_guarded() = false;

--@ true: when 100 is refused it says false
-- A rule that refuses 100 refuses too much. That it is accepted has to be tried as well.
DELETE FROM lesson_progress;
ALTER TABLE lesson_progress DROP CONSTRAINT lesson_progress_score_check, ADD CONSTRAINT narrow CHECK (score >= 0 AND score < 100);
SELECT score_is_guarded() = false;

--@ true: the rule as it was and a rule moved by one are told apart, whichever comes first
-- The ends of the rule are moved by one and back, in an order that is drawn. Your test must say true exactly when they are where they were.
DELETE FROM lesson_progress;
CREATE TEMP TABLE said (good BOOLEAN);
ALTER TABLE lesson_progress DROP CONSTRAINT lesson_progress_score_check, ADD CONSTRAINT drawn CHECK (score BETWEEN 0 - :int_0_1_a AND 100);
INSERT INTO said SELECT score_is_guarded() = (:int_0_1_a = 0);
ALTER TABLE lesson_progress DROP CONSTRAINT drawn, ADD CONSTRAINT drawn CHECK (score BETWEEN 0 - (1 - :int_0_1_a) AND 100);
INSERT INTO said SELECT score_is_guarded() = (:int_0_1_a = 1);
ALTER TABLE lesson_progress DROP CONSTRAINT drawn, ADD CONSTRAINT drawn CHECK (score BETWEEN :int_0_1_b AND 100);
INSERT INTO said SELECT score_is_guarded() = (:int_0_1_b = 0);
ALTER TABLE lesson_progress DROP CONSTRAINT drawn, ADD CONSTRAINT drawn CHECK (score BETWEEN (1 - :int_0_1_b) AND 100);
INSERT INTO said SELECT score_is_guarded() = (:int_0_1_b = 1);
ALTER TABLE lesson_progress DROP CONSTRAINT drawn, ADD CONSTRAINT drawn CHECK (score BETWEEN 0 AND 100 - :int_0_1_c);
INSERT INTO said SELECT score_is_guarded() = (:int_0_1_c = 0);
ALTER TABLE lesson_progress DROP CONSTRAINT drawn, ADD CONSTRAINT drawn CHECK (score BETWEEN 0 AND 100 - (1 - :int_0_1_c));
INSERT INTO said SELECT score_is_guarded() = (:int_0_1_c = 1);
ALTER TABLE lesson_progress DROP CONSTRAINT drawn, ADD CONSTRAINT drawn CHECK (score BETWEEN 0 AND 100 + :int_0_1_d);
INSERT INTO said SELECT score_is_guarded() = (:int_0_1_d = 0);
ALTER TABLE lesson_progress DROP CONSTRAINT drawn, ADD CONSTRAINT drawn CHECK (score BETWEEN 0 AND 100 + (1 - :int_0_1_d));
INSERT INTO said SELECT score_is_guarded() = (:int_0_1_d = 1);
SELECT bool_and(good) AND count(*) = 8 FROM said;

--@ true: when -1 and 101 are refused by something that is no CHECK it says false
-- Something else refuses -1 and 101, with another SQLSTATE than a CHECK has. The question asks for a refusal by a CHECK.
DELETE FROM lesson_progress;
ALTER TABLE lesson_progress DROP CONSTRAINT lesson_progress_score_check;
CREATE FUNCTION public.refuse() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
  IF NEW.score NOT BETWEEN 0 AND 100 THEN
    RAISE numeric_value_out_of_range;
  END IF;
  RETURN NEW;
END $body$;
CREATE TRIGGER refuse BEFORE INSERT OR UPDATE ON lesson_progress FOR EACH ROW EXECUTE FUNCTION refuse();
SELECT score_is_guarded() = false;

--@ true: when -1 and 101 are refused by UNIQUE, NOT NULL or a reference it says false
-- Without the rule -1 and 101 come upon a UNIQUE, a NOT NULL or a foreign key. None of these is a CHECK: it has the SQLSTATE 23514, and no other.
DELETE FROM lesson_progress;
ALTER TABLE lesson_progress DROP CONSTRAINT lesson_progress_score_check;
CREATE TEMP TABLE said (good BOOLEAN);
CREATE UNIQUE INDEX once ON lesson_progress ((score BETWEEN 0 AND 100)) WHERE score NOT BETWEEN 0 AND 100;
INSERT INTO lesson_progress (user_id, course_id, lesson_id, attempts, score) VALUES (:uuid_u, :uuid_c, 'low', 1, -7);
INSERT INTO said SELECT score_is_guarded() = false;
DROP INDEX once;
DELETE FROM lesson_progress;
ALTER TABLE lesson_progress ADD COLUMN within INTEGER NOT NULL GENERATED ALWAYS AS (CASE WHEN score IS NULL OR score BETWEEN 0 AND 100 THEN 1 END) STORED;
INSERT INTO said SELECT score_is_guarded() = false;
ALTER TABLE lesson_progress DROP COLUMN within;
CREATE TABLE public.possible_score (score INTEGER PRIMARY KEY);
INSERT INTO public.possible_score SELECT generate_series(0, 100);
ALTER TABLE lesson_progress ADD FOREIGN KEY (score) REFERENCES public.possible_score;
INSERT INTO said SELECT score_is_guarded() = false;
SELECT bool_and(good) AND count(*) = 3 FROM said;

--@ true: when the rows are refused for another reason it says false, and no error
-- All rows are refused for another reason, and a test that cannot try the rule must not be green, nor fail with an error.
DELETE FROM lesson_progress;
ALTER TABLE lesson_progress ADD COLUMN source TEXT NOT NULL;
SELECT score_is_guarded() = false;

--@ true: when learners cannot be made it says false, and no error
-- The test cannot even make its learner. The question says: else false, and never an error.
DELETE FROM lesson_progress;
DELETE FROM users;
ALTER TABLE users ADD COLUMN source TEXT NOT NULL;
SELECT score_is_guarded() = false;
