-- The last row is worked out from means that are rounded already. What each of them lost adds up: round once, at the end.
-- says: off by rounding
WITH course AS (
  SELECT course_id, count(score) AS scores, round(avg(score), 1) AS average
  FROM lesson_progress GROUP BY course_id HAVING count(score) > 0
)
SELECT course_id, scores, average FROM course
UNION ALL
SELECT NULL, coalesce(sum(scores), 0), round(sum(scores * average) / sum(scores), 1) FROM course
