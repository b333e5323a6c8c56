-- The last row is the mean of the courses' means. A course of few scores weighs as much in it as one of many.
-- says: missing rows
WITH of_course AS (
  SELECT course_id, count(*) AS scores, avg(score) AS average FROM lesson_progress WHERE score IS NOT NULL GROUP BY course_id
)
SELECT course_id, scores, round(average, 1) FROM of_course
UNION ALL
SELECT NULL, coalesce(sum(scores), 0), round(avg(average), 1) FROM of_course
