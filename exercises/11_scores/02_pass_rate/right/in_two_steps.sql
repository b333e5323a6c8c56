-- First each score with its verdict, then the counts.
WITH judged AS (
  SELECT lp.course_id, lp.lesson_id, CASE WHEN lp.score < c.passing_score THEN 0 ELSE 1 END AS passes
  FROM courses AS c INNER JOIN lesson_progress AS lp ON c.id = lp.course_id AND lp.score IS NOT NULL
)
SELECT course_id, lesson_id, sum(passes) AS passed, count(passes) AS scored, round(sum(passes)::numeric / count(passes) * 100, 1)
FROM judged GROUP BY 1, 2
