-- crowd: a school of learners, courses, quizzes, questions, attempts and answers, in temporary tables; rows from hashes of their numbers
CREATE TEMP TABLE crowd_learner AS
SELECT n, gen_random_uuid() AS id FROM generate_series(1, current_setting('crowd.learners')::INTEGER) AS n;

CREATE TEMP TABLE crowd_course AS
SELECT n, gen_random_uuid() AS id FROM generate_series(1, current_setting('crowd.courses')::INTEGER) AS n;

CREATE TEMP TABLE crowd_quiz AS
SELECT n, (n - 1) % current_setting('crowd.courses')::INTEGER + 1 AS course, 'Quiz ' || n AS title,
       50 + n % 40 AS pass_mark, CASE WHEN n % 3 > 0 THEN 3 END AS tries
FROM generate_series(1, current_setting('crowd.courses')::INTEGER * current_setting('crowd.quizzes')::INTEGER) AS n;

CREATE TEMP TABLE crowd_question AS
SELECT row_number() OVER (ORDER BY q.n, place) AS n, q.n AS quiz, place, 'Question ' || place || ' of ' || q.title AS wording,
       1 + (q.n + place) % 9 AS points
FROM crowd_quiz AS q, generate_series(1, current_setting('crowd.questions')::INTEGER) AS place;

-- Each learner begins one quiz after the other and most of them twice; every fifth once, and some of these are still open.
-- Most are handed in within the hour, every seventh after nine tenths of the time since: the last to end are not the last to begin.
CREATE TEMP TABLE crowd_attempt AS
SELECT n, learner, quiz, number, now() - begun AS started,
       CASE WHEN is_open THEN NULL
            WHEN n % 7 = 0 THEN now() - begun / 10
            ELSE now() - begun + make_interval(secs => 60 + abs(hashint4(n)) % 3000) END AS handed_in
FROM (
  SELECT (l.n - 1) * current_setting('crowd.attempts')::INTEGER + k AS n, l.n AS learner,
         (l.n * 7 + k / 2 * 3) % (SELECT count(*)::INTEGER FROM crowd_quiz) + 1 AS quiz, 1 + k % 2 AS number,
         make_interval(secs => (l.n * 7919 + k * 104729) % 7776000 + 3600) AS begun,
         (k % 2 = 1 OR l.n % 5 = 0) AND hashint4(l.n * 100 + k) % 9 = 0 AS is_open
  FROM crowd_learner AS l, generate_series(0, current_setting('crowd.attempts')::INTEGER - 1) AS k
  WHERE l.n % 5 > 0 OR k % 2 = 0
) AS a;

-- Every seventh question is left out.
CREATE TEMP TABLE crowd_answer AS
SELECT row_number() OVER (ORDER BY a.n, q.n) AS n, a.n AS attempt, q.n AS question,
       abs(hashint8(a.n * 31 + q.n)) % (q.points + 1) AS points
FROM crowd_attempt AS a JOIN crowd_question AS q ON q.quiz = a.quiz
WHERE hashint8(a.n * 17 + q.n) % 7 <> 0;

CREATE INDEX ON crowd_answer (attempt);
ANALYZE crowd_learner, crowd_course, crowd_quiz, crowd_question, crowd_attempt, crowd_answer
