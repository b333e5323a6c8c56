-- quiz_performance: How do the scores of each quiz of this course lie?
-- takes course uuid: the course
-- gives lesson_id text: the lesson
-- gives scores bigint [learners]: who has a score
-- gives avg_score numeric [%]: the mean
-- gives median_score numeric [%]: half of the scores are higher
-- gives min_score integer [%]: the lowest
-- gives max_score integer [%]: the highest
-- gives std_dev numeric [points]: sample standard deviation; NULL for a single score
-- order avg_score before rounding, lesson_id
-- guide 14.6
-- index idx_lesson_progress_course_id
-- reads course
SELECT lesson_id,
       count(*) AS scores,
       round(avg(score), 1) AS avg_score,
       round(percentile_cont(0.5) WITHIN GROUP (ORDER BY score)::NUMERIC, 1) AS median_score,
       min(score) AS min_score,
       max(score) AS max_score,
       round(stddev(score), 1) AS std_dev
FROM lesson_progress
WHERE course_id = :course AND score IS NOT NULL
GROUP BY lesson_id
ORDER BY avg(score), lesson_id
