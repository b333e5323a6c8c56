-- 0 tries of those who completed: there is nobody who completed, so the number is not known.
-- says: 0 where NULL is wanted
SELECT course_id, lesson_id, coalesce(round(avg(attempts) FILTER (WHERE completed), 1), 0), round(avg(attempts), 1),
       round(100.0 * count(*) FILTER (WHERE NOT completed) / count(*), 1)
FROM lesson_progress GROUP BY course_id, lesson_id HAVING count(*) >= 3
