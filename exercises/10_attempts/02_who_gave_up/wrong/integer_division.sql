-- The percentage has lost its decimals: integer / integer stays integer in SQL.
-- says: missing rows
SELECT course_id, lesson_id, round(avg(attempts) FILTER (WHERE completed), 1), round(avg(attempts), 1),
       100 * count(*) FILTER (WHERE NOT completed) / count(*)
FROM lesson_progress GROUP BY course_id, lesson_id HAVING count(*) >= 3
