-- Aggregates leave NULL out: that is what is wanted here, as NULL says that nothing was tried.
SELECT course_id, count(score) AS tried, count(*) FILTER (WHERE score = 0) AS nothing_right, round(avg(score), 1) AS average
FROM lesson_progress
GROUP BY course_id;
