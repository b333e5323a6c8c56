-- COALESCE makes 0 of an unknown number, and the averages sink. avg leaves NULL out by itself.
-- says: missing rows
-- says: extra rows
SELECT course_id, lesson_id, round(avg(coalesce(attempts,0)) FILTER (WHERE completed),1), round(avg(coalesce(attempts,0)),1), round(100.0*count(*) FILTER (WHERE NOT completed)/count(*),1)
FROM lesson_progress
GROUP BY 1,2
HAVING count(*)>=3
