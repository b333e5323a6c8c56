-- At least three is >= 3. Try the number at the edge.
-- says: missing rows
SELECT course_id, lesson_id, round(avg(attempts) FILTER (WHERE completed), 1), round(avg(attempts), 1),
       round(100.0 * count(*) FILTER (WHERE NOT completed) / count(*), 1)
FROM lesson_progress GROUP BY course_id, lesson_id HAVING count(*) > 3
