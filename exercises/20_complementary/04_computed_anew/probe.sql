--@ do: three learners, two of one name; a course with scores, one without, one that nobody has opened
INSERT INTO users (id, email, name) VALUES (:uuid_u, :text_m, 'Ada'), (:uuid_v, :text_n, 'Ada'), (:uuid_w, :text_o, 'Cy');
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_c, 'Databases', 5), (:uuid_d, 'Databases', 5), (:uuid_e, 'Art', 5), (:uuid_g, 'Music', 5);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, score, attempts, completed, completed_at) VALUES
  (:uuid_u, :uuid_c, 'a', 70, 1, false, NULL), (:uuid_u, :uuid_c, 'b', 81, 1, true, now()), (:uuid_v, :uuid_c, 'a', 100, 1, false, NULL),
  (:uuid_v, :uuid_c, 'b', NULL, 0, true, now()), (:uuid_w, :uuid_d, 'a', NULL, 0, false, NULL), (:uuid_u, :uuid_g, 'a', 0, 1, false, NULL), (:uuid_v, :uuid_g, 'a', 50, 1, false, NULL);

--@ do: it is computed anew
-- course_report cannot be refreshed: make it with CREATE MATERIALIZED VIEW.
REFRESH MATERIALIZED VIEW course_report;

--@ true: it has the three columns, in order
-- The columns are not course_id, learners and average, in this order.
SELECT string_agg(attname::text, ' ' ORDER BY attnum) = 'course_id learners average' FROM pg_attribute
WHERE attrelid = 'public.course_report'::regclass AND attnum > 0 AND NOT attisdropped;

--@ true: there is one row for each course
-- The report has more rows than there are courses.
SELECT count(*) <= 4 AND count(*) = count(DISTINCT course_id) FROM course_report;

--@ true: each learner is counted once
-- Two learners have opened the course, with two lessons each, and learners is not 2.
SELECT count(*) = 1 FROM course_report WHERE course_id = :uuid_c AND learners = 2;

--@ true: a learner who has no score, and has completed nothing, counts too
-- One learner has opened a lesson of the course, without a score and without completing it, and learners is not 1.
SELECT count(*) = 1 FROM course_report WHERE course_id = :uuid_d AND learners = 1;

--@ true: the average leaves out who has no score
-- 70, 81, 100 and one without a score: the average of the three is 83.67; where nobody has a score, it is NULL.
SELECT count(*) FILTER (WHERE course_id = :uuid_c AND abs(average - 83.67) < 0.1) = 1
   AND count(*) FILTER (WHERE course_id = :uuid_d AND average IS NULL) = 1 FROM course_report;

--@ true: equal scores count each
-- Two learners with 60 and one with 90 make 70.0: a score counts as often as it is there.
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_j, 'Chess', 5);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, score, attempts)
VALUES (:uuid_u, :uuid_j, 'a', 60, 1), (:uuid_v, :uuid_j, 'a', 60, 1), (:uuid_w, :uuid_j, 'a', 90, 1);
REFRESH MATERIALIZED VIEW course_report;
SELECT count(*) = 1 FROM course_report WHERE course_id = :uuid_j AND abs(average - 70) < 0.1;

--@ true: a score of 0 is a score
-- 0 and 50 make 25.0: a score of 0 belongs to the average.
SELECT count(*) = 1 FROM course_report WHERE course_id = :uuid_g AND learners = 2 AND abs(average - 25) < 0.1;

--@ true: an average of 100, and one of 0
-- Everybody has 100 in a course, and 0 in another: 100.0 has four digits, and a NUMERIC(3, 1) has room for three; and 0.0 is an average.
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_q, 'Knots', 5), (:uuid_r, 'Darts', 5);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, score, attempts)
VALUES (:uuid_u, :uuid_q, 'a', 100, 1), (:uuid_v, :uuid_q, 'a', 100, 1), (:uuid_u, :uuid_r, 'a', 0, 1), (:uuid_v, :uuid_r, 'a', 0, 1);
REFRESH MATERIALIZED VIEW course_report;
SELECT count(*) = 2 FROM course_report WHERE (course_id, average) IN ((:uuid_q, 100), (:uuid_r, 0));

--@ true: the average has one decimal
-- The average has more decimals than one.
SELECT average = round(average, 1) FROM course_report WHERE course_id = :uuid_c;

--@ true: the average is rounded to one decimal
-- The average of 70, 81 and 100, rounded to one decimal, is 83.7, and yours is another number: rounded is not cut off.
SELECT average = 83.7 FROM course_report WHERE course_id = :uuid_c;

--@ true: the average is rounded once
-- Eleven scores make 50.545…, which is 50.5. Whoever rounds to two decimals first has 50.55, and then 50.6.
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_k, 'Latin', 20);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, score, attempts)
SELECT :uuid_u, :uuid_k, 'lesson-' || n, CASE n WHEN 1 THEN 56 ELSE 50 END, 1 FROM generate_series(1, 11) AS n;
REFRESH MATERIALIZED VIEW course_report;
SELECT average = 50.5 FROM course_report WHERE course_id = :uuid_k;

--@ true: a half of the last decimal goes up
-- Four scores make 50.25, which is 50.3: round on NUMERIC puts a half upwards, on DOUBLE PRECISION to the even digit.
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_l, 'Greek', 20);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, score, attempts)
SELECT :uuid_u, :uuid_l, 'lesson-' || n, CASE n WHEN 1 THEN 51 ELSE 50 END, 1 FROM generate_series(1, 4) AS n;
REFRESH MATERIALIZED VIEW course_report;
SELECT average = 50.3 FROM course_report WHERE course_id = :uuid_l;

--@ true: a course that nobody has opened has a row
-- A course that nobody has opened is to be there, with 0 learners and no average.
SELECT count(*) = 1 FROM course_report WHERE course_id = :uuid_e AND learners = 0 AND average IS NULL;

--@ true: it is old until it is refreshed
-- A new row shows at once: nothing is stored.
CREATE TEMP TABLE said AS SELECT learners AS so_far FROM course_report WHERE course_id = :uuid_c;
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:uuid_w, :uuid_c, 'a');
SELECT learners = so_far FROM said, course_report WHERE course_id = :uuid_c;

--@ true: it can be refreshed CONCURRENTLY
-- REFRESH MATERIALIZED VIEW CONCURRENTLY is refused, or does not bring what is new.
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_f, 'Music', 5);
REFRESH MATERIALIZED VIEW CONCURRENTLY course_report;
SELECT count(*) FILTER (WHERE course_id = :uuid_f) = (SELECT count(*) FROM course_report WHERE course_id = :uuid_e) FROM course_report;

--@ true: two courses may have the same figures
-- Two courses with one learner each, and the same average, are refused: no two courses have one course_id, and nothing else has to be unique.
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_h, 'Chess', 5), (:uuid_i, 'Go', 5);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, score, attempts) VALUES (:uuid_u, :uuid_h, 'a', 60, 1), (:uuid_u, :uuid_i, 'a', 60, 1);
REFRESH MATERIALIZED VIEW course_report;
SELECT count(*) >= 0 FROM course_report;
