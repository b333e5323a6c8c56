-- integer / integer stays integer: the average has lost its decimal.
-- says: missing rows
-- says: extra rows
-- says: off by rounding
SELECT course_id, count(score), count(*) FILTER (WHERE score=0), sum(score)/nullif(count(score),0)
FROM lesson_progress
GROUP BY 1
