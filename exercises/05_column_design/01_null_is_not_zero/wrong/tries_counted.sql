-- attempts counts tries. How many rows have a score is asked of the column score.
-- says: missing rows
-- says: extra rows
SELECT course_id, count(*) FILTER (WHERE attempts>0), count(*) FILTER (WHERE score=0), round(avg(score),1)
FROM lesson_progress
GROUP BY 1
