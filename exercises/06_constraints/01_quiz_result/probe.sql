--@ true: the columns have the types that are asked for
-- A column has another type than the question says: user_id is a UUID, lesson_id a text, attempt and score are integers.
SELECT user_id, lesson_id, attempt, score FROM quiz_result;
SELECT count(*) = 4 FROM information_schema.columns
WHERE table_schema = 'public' AND table_name = 'quiz_result'
  AND (column_name, data_type) IN (('user_id', 'uuid'), ('lesson_id', 'text'), ('lesson_id', 'character varying'), ('attempt', 'smallint'),
    ('attempt', 'integer'), ('attempt', 'bigint'), ('score', 'smallint'), ('score', 'integer'), ('score', 'bigint'));

--@ accepted: a first try with 80
-- An ordinary row is refused: the message says by what.
INSERT INTO quiz_result (user_id, lesson_id, attempt, score) VALUES (:uuid_a, :text_l, 1, 80);

--@ accepted: a score of 0, and one of 100
-- The edges belong to the rule: 0 and 100 are scores.
INSERT INTO quiz_result (user_id, lesson_id, attempt, score) VALUES (:uuid_a, :text_l, 1, 0), (:uuid_b, :text_m, 1, 100);

--@ accepted: any score between
-- A score between 0 and 100 is refused.
INSERT INTO quiz_result (user_id, lesson_id, attempt, score) VALUES (:uuid_a, :text_l, 1, :int_2_50_s), (:uuid_b, :text_m, 2, :int_51_98_s), (:uuid_d, :text_n, 3, 1), (:uuid_e, :text_o, 4, 99);

--@ accepted: a second try, and a third
-- A learner has many tries at a lesson, each with another number: it is the number that may be there once, within learner and lesson.
INSERT INTO quiz_result (user_id, lesson_id, attempt, score) VALUES (:uuid_a, :text_l, 1, 40), (:uuid_a, :text_l, 2, 80), (:uuid_a, :text_l, 3, 80);

--@ accepted: a try with a high number
-- The number of a try is any integer from 1 up: a rule of yours ends it somewhere.
INSERT INTO quiz_result (user_id, lesson_id, attempt, score) VALUES (:uuid_a, :text_l, :int_91_999_n, 80), (:uuid_c, :text_l, :int_11_90_n, 80), (:uuid_b, :text_m, 32000, 80);

--@ accepted: a try that is not marked yet
-- A try that is not marked yet has no score: NULL must be allowed there.
INSERT INTO quiz_result (user_id, lesson_id, attempt, score) VALUES (:uuid_a, :text_l, 1, NULL);

--@ accepted: two tries that are not marked yet
-- A learner may try again before the first try is marked: of rows without a score there may be many.
INSERT INTO quiz_result (user_id, lesson_id, attempt, score) VALUES (:uuid_a, :text_l, 1, NULL), (:uuid_a, :text_l, 2, NULL), (:uuid_b, :text_l, 1, NULL);

--@ accepted: the first try of another learner
-- Two learners may each have a first try at one lesson: the learner belongs to what is there once.
INSERT INTO quiz_result (user_id, lesson_id, attempt, score) VALUES (:uuid_a, :text_l, 1, 40), (:uuid_b, :text_l, 1, 40);

--@ accepted: another lesson
-- A learner may have a first try at each of two lessons: the lesson belongs to what is there once.
INSERT INTO quiz_result (user_id, lesson_id, attempt, score) VALUES (:uuid_a, :text_l, 1, 40), (:uuid_a, :text_m, 1, 40);

--@ accepted: a lesson whose name has a capital
-- A text that differs in a capital is another text, and so another lesson. A rule of yours sees one in both, or wants no capital.
INSERT INTO quiz_result (user_id, lesson_id, attempt, score) VALUES (:uuid_a, 'Joins', 1, 40), (:uuid_a, 'joins', 1, 40);

--@ accepted: a lesson with a long name
-- lesson_id is a text, and some are long. A rule or a length of yours is too narrow for this one.
INSERT INTO quiz_result (user_id, lesson_id, attempt, score) VALUES (:uuid_a, :slug_a, 1, 40), (:uuid_b, 'html-basics', 2, 50);

--@ accepted: two tries with the same score
-- Two tries may have the same score.
INSERT INTO quiz_result (user_id, lesson_id, attempt, score) VALUES (:uuid_a, :text_l, 1, :score_a), (:uuid_a, :text_l, 2, :score_a), (:uuid_b, :text_l, 1, :score_a);

--@ true: a score that is left out is not known
-- Who leaves the score out has not marked the try: it must be NULL, and 0 is a mark.
INSERT INTO quiz_result (user_id, lesson_id, attempt) VALUES (:uuid_a, :text_l, 1);
SELECT score IS NULL FROM quiz_result;

--@ refused 23514: a score of 101
-- Nothing keeps a score from being more than 100.
INSERT INTO quiz_result (user_id, lesson_id, attempt, score) VALUES (:uuid_a, :text_l, 1, 101);

--@ refused 23514: a score below 0
-- Nothing keeps a score from being less than 0.
INSERT INTO quiz_result (user_id, lesson_id, attempt, score) VALUES (:uuid_a, :text_l, 1, -1);

--@ refused 23514: try number 0
-- Tries count from 1, and number 0 gets in.
INSERT INTO quiz_result (user_id, lesson_id, attempt, score) VALUES (:uuid_a, :text_l, 0, 50);

--@ refused 23514: a try with a number below 0
-- Tries count from 1, and a negative number gets in.
INSERT INTO quiz_result (user_id, lesson_id, attempt, score) VALUES (:uuid_a, :text_l, - :int_2_9_n, NULL);

--@ refused 23502 or 23514: a try without a number
-- A CHECK lets NULL through, and so does UNIQUE: attempt must not be NULL.
INSERT INTO quiz_result (user_id, lesson_id, attempt, score) VALUES (:uuid_a, :text_l, NULL, 50);

--@ refused 23502 or 23514: a try of nobody
-- user_id is always known, so it must not be NULL.
INSERT INTO quiz_result (user_id, lesson_id, attempt, score) VALUES (NULL, :text_l, 1, 50);

--@ refused 23502 or 23514: a try at no lesson
-- lesson_id is always known, so it must not be NULL.
INSERT INTO quiz_result (user_id, lesson_id, attempt, score) VALUES (:uuid_a, NULL, 1, 50);

--@ refused 23502 or 23514: a learner that is left out
-- What is always known must be given: a default makes a learner up.
INSERT INTO quiz_result (lesson_id, attempt, score) VALUES (:text_l, 1, 50);

--@ refused 23502 or 23514: a lesson that is left out
-- What is always known must be given: a default makes a lesson up.
INSERT INTO quiz_result (user_id, attempt, score) VALUES (:uuid_a, 1, 50);

--@ refused 23502 or 23514: a number that is left out
-- What is always known must be given: a row that leaves the number of the try out gets in.
INSERT INTO quiz_result (user_id, lesson_id, score) VALUES (:uuid_a, :text_l, 50);

--@ refused 23505 or 23P01: the same try twice
-- Nothing stops a second row for the same try: learner, lesson and number together must be unique, and nothing but these three.
INSERT INTO quiz_result (user_id, lesson_id, attempt, score) VALUES (:uuid_a, :text_l, 1, 5), (:uuid_a, :text_l, 1, 6);

--@ refused 23505 or 23P01: the same try twice, not marked
-- Two rows for the same try get in where neither has a score.
INSERT INTO quiz_result (user_id, lesson_id, attempt, score) VALUES (:uuid_a, :text_l, 1, NULL), (:uuid_a, :text_l, 1, NULL);

--@ accepted: a learner that no other table knows
-- No reference to other tables is wanted: a row is refused because a learner, or a lesson, is not known elsewhere.
INSERT INTO quiz_result (user_id, lesson_id, attempt, score) VALUES (:uuid_z, :text_z, 3, 50);
