-- The second average is that of those who have not completed. Everybody is all who opened it.
-- says: missing rows
-- says: extra rows
SELECT course_id, lesson_id, round(avg(attempts) FILTER (WHERE completed),1), round(avg(attempts) FILTER (WHERE NOT completed),1), round(100.0*count(*) FILTER (WHERE NOT completed)/count(*),1)
FROM lesson_progress
GROUP BY 1,2
HAVING count(*)>=3
