-- Lessons of one name in several courses have become one, with one average.
-- says: missing rows
SELECT min(course_id::text)::uuid, lesson_id, round(avg(attempts) FILTER (WHERE completed), 1), round(avg(attempts), 1),
       round(100.0 * count(*) FILTER (WHERE NOT completed) / count(*), 1)
FROM lesson_progress GROUP BY lesson_id HAVING count(*) >= 3
