-- WHERE has sent home who gave up before anything was counted. Nobody is lost then, and everybody is only who completed.
-- says: missing rows
SELECT course_id, lesson_id, round(avg(attempts), 1), round(avg(attempts), 1),
       round(100.0 * count(*) FILTER (WHERE NOT completed) / count(*), 1)
FROM lesson_progress WHERE completed GROUP BY course_id, lesson_id HAVING count(*) >= 3
