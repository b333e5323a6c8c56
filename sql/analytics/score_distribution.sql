-- score_distribution: How many scores of this course fall into each ten of the scale?
-- takes course uuid: the course
-- takes lesson text = NULL: one lesson only; NULL for all
-- gives from_score integer [%]: the lowest score of the ten
-- gives to_score integer [%]: the highest; 100 belongs to the last ten
-- gives scores bigint [scores]: how many, 0 too
-- gives share numeric [%]: of all scores; NULL where there are none
-- order from_score
-- guide 11, 14.6
-- index idx_lesson_progress_course_id
-- reads course
SELECT ten * 10 AS from_score,
       CASE ten WHEN 9 THEN 100 ELSE ten * 10 + 9 END AS to_score,
       coalesce(scores, 0) AS scores,
       round(100.0 * coalesce(scores, 0) / sum(scores) OVER (), 1) AS share
FROM generate_series(0, 9) AS ten
LEFT JOIN (
  SELECT least(score / 10, 9) AS ten, count(*) AS scores
  FROM lesson_progress
  WHERE course_id = :course AND score IS NOT NULL AND (:lesson IS NULL OR lesson_id = :lesson)
  GROUP BY 1
) AS counted USING (ten)
ORDER BY ten
