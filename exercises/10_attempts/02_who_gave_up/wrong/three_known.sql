-- HAVING count(attempts) leaves out learners whose tries nobody counted. They have opened the lesson all the same.
-- says: missing rows
SELECT course_id, lesson_id, round(avg(attempts) FILTER (WHERE completed),1), round(avg(attempts),1), round(100.0*count(*) FILTER (WHERE NOT completed)/count(*),1)
FROM lesson_progress
GROUP BY 1,2
HAVING count(attempts)>=3
