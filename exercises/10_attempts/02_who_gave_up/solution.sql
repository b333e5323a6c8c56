-- One group holds all who opened the lesson; FILTER asks a part of it. A WHERE would take those who gave up from all three numbers.
SELECT course_id, lesson_id,
       round(avg(attempts) FILTER (WHERE completed), 1) AS who_completed,
       round(avg(attempts), 1) AS everybody,
       round(100.0 * count(*) FILTER (WHERE NOT completed) / count(*), 1) AS percent_lost
FROM lesson_progress
GROUP BY course_id, lesson_id
HAVING count(*) >= 3;
