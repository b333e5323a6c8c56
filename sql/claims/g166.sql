--@ do: five scores of a quiz, and a quiz of the same name in another course
CREATE TEMP TABLE lesson_progress (LIKE lesson_progress INCLUDING DEFAULTS);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, score)
SELECT u.id, :databases, 'joins', (ARRAY[40, 60, 70, 90, 100])[u.n]
FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM users ORDER BY id LIMIT 5) AS u;
INSERT INTO lesson_progress (user_id, course_id, lesson_id, score)
VALUES (:mina, :databases, 'final-project', 10), (:mina, :python, 'final-project', 90), (:mina, :python, 'views', 50);
--@ steps five_scores: mean, median, lowest, highest and deviation of 40, 60, 70, 90 and 100
SELECT unnest(ARRAY[avg(score)::INTEGER, percentile_cont(0.5) WITHIN GROUP (ORDER BY score),
                    min(score), max(score), stddev(score)::INTEGER])
FROM lesson_progress WHERE score IS NOT NULL AND lesson_id = 'joins' GROUP BY lesson_id;
--@ steps one_name_in_two_courses: the mean of 10 here and 90 there
SELECT avg(score)::INTEGER FROM lesson_progress
WHERE score IS NOT NULL AND lesson_id = 'final-project' GROUP BY lesson_id;
--@ value deviation_of_one_score: a quiz that one learner tried
SELECT stddev(score)::INTEGER FROM lesson_progress WHERE lesson_id = 'views';
--@ sqlstate round_of_the_median: the median, rounded to one decimal
SELECT round(percentile_cont(0.5) WITHIN GROUP (ORDER BY score), 1) FROM lesson_progress;
