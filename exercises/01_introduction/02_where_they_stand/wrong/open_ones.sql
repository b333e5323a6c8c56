-- Those who have completed the lesson have opened it as well: opened counts them too.
-- says: missing rows
-- says: extra rows
SELECT course_id, lesson_id, count(*) FILTER (WHERE NOT completed) opened, count(*) FILTER (WHERE completed) completed
FROM lesson_progress
GROUP BY 1,2
