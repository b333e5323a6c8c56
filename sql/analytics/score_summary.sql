-- score_summary: What are the scores of this course, quiz by quiz and all together?
-- takes course uuid: the course
-- gives lesson_id text: the lesson; NULL in the last row
-- gives all_quizzes boolean: whether this is the last row, for the scores of all quizzes
-- gives scores bigint [scores]: how many there are
-- gives avg_score numeric [%]: their mean; in the last row that of all scores, not of the means above
-- gives lower_quartile numeric [%]: a quarter of the scores are lower
-- gives median_score numeric [%]: half of the scores are lower
-- gives upper_quartile numeric [%]: a quarter of the scores are higher
-- order lesson_id, then the row of all quizzes
-- guide 11
-- index idx_lesson_progress_course_id
-- reads course
WITH scored AS MATERIALIZED ( -- read once; ROLLUP would do, but a table that Citus has spread takes none
  SELECT lesson_id, score FROM lesson_progress WHERE course_id = :course AND score IS NOT NULL
)
SELECT lesson_id, false AS all_quizzes, count(*) AS scores,
       round(avg(score), 1) AS avg_score,
       round(percentile_cont(0.25) WITHIN GROUP (ORDER BY score)::NUMERIC, 2) AS lower_quartile,
       round(percentile_cont(0.5) WITHIN GROUP (ORDER BY score)::NUMERIC, 2) AS median_score,
       round(percentile_cont(0.75) WITHIN GROUP (ORDER BY score)::NUMERIC, 2) AS upper_quartile
FROM scored
GROUP BY lesson_id
UNION ALL
SELECT NULL, true, count(*),
       round(avg(score), 1),
       round(percentile_cont(0.25) WITHIN GROUP (ORDER BY score)::NUMERIC, 2),
       round(percentile_cont(0.5) WITHIN GROUP (ORDER BY score)::NUMERIC, 2),
       round(percentile_cont(0.75) WITHIN GROUP (ORDER BY score)::NUMERIC, 2)
FROM scored
ORDER BY all_quizzes, lesson_id
