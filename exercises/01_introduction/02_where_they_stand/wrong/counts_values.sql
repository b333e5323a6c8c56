-- count(completed) counts the rows in which the column has a value, and false is a value. FILTER (WHERE completed) counts the true ones.
-- says: missing rows
-- says: extra rows
SELECT course_id, lesson_id, count(*), count(completed) FROM lesson_progress GROUP BY course_id, lesson_id
