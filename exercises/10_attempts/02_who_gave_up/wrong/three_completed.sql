-- You ask for three who completed. A lesson that three opened and nobody completed is the most interesting of all.
-- says: missing rows
SELECT course_id, lesson_id, round(avg(attempts) FILTER (WHERE completed), 1), round(avg(attempts), 1),
       round(100.0 * count(*) FILTER (WHERE NOT completed) / count(*), 1)
FROM lesson_progress GROUP BY course_id, lesson_id HAVING count(*) FILTER (WHERE completed) >= 3
