-- Round at the end: 100 less a number that is rounded already is another number where it lies in the middle.
-- says: rows
SELECT course_id, lesson_id, round(avg(attempts) FILTER (WHERE completed), 1) AS who_completed,
       round(avg(attempts), 1) AS everybody,
       100 - round(100.0 * count(*) FILTER (WHERE completed) / count(*), 1) AS percent_lost
FROM lesson_progress
GROUP BY course_id, lesson_id
HAVING count(*) >= 3
