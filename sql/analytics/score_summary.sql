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
SELECT lesson_id,
       grouping(lesson_id) = 1 AS all_quizzes,
       count(*) AS scores,
       round(avg(score), 1) AS avg_score,
       round(percentile_cont(0.25) WITHIN GROUP (ORDER BY score)::NUMERIC, 2) AS lower_quartile,
       round(percentile_cont(0.5) WITHIN GROUP (ORDER BY score)::NUMERIC, 2) AS median_score,
       round(percentile_cont(0.75) WITHIN GROUP (ORDER BY score)::NUMERIC, 2) AS upper_quartile
FROM lesson_progress
WHERE course_id = :course AND score IS NOT NULL
GROUP BY ROLLUP (lesson_id)
ORDER BY all_quizzes, lesson_id
