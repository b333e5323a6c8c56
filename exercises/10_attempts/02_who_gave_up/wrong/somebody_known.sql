-- A lesson in which nobody's tries were counted is gone. Learners have opened it all the same: it has a row,
-- with NULL for the averages.
-- says: missing rows
SELECT course_id, lesson_id,
       round(avg(attempts) FILTER (WHERE completed), 1), round(avg(attempts), 1),
       round(100.0 * count(*) FILTER (WHERE NOT completed) / count(*), 1)
FROM lesson_progress GROUP BY course_id, lesson_id HAVING count(*) >= 3 AND count(attempts) > 0
