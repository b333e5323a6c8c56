-- Who never tried the quiz and has not completed the lesson is lost as well: percent_lost counts all who have not.
-- says: missing rows
-- says: extra rows
SELECT course_id, lesson_id, round(avg(attempts) FILTER (WHERE completed),1), round(avg(attempts),1), round(100.0*count(*) FILTER (WHERE NOT completed AND attempts > 0)/count(*),1)
FROM lesson_progress
GROUP BY 1,2
HAVING count(*)>=3
