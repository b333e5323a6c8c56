-- A score of 0 is a score: tried counts it as well.
-- says: missing rows
-- says: extra rows
SELECT course_id, count(*) FILTER (WHERE score>0), count(*) FILTER (WHERE score=0), round(avg(score),1)
FROM lesson_progress
GROUP BY 1
