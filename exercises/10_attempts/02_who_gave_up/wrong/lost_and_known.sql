-- count(attempts) leaves out those whose tries nobody counted. They are lost all the same when they have not completed.
-- says: missing rows
-- says: extra rows
SELECT course_id, lesson_id, round(avg(attempts) FILTER (WHERE completed),1), round(avg(attempts),1), round(100.0*count(attempts) FILTER (WHERE NOT completed)/count(*),1)
FROM lesson_progress
GROUP BY 1,2
HAVING count(*)>=3
