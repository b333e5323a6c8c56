-- count(*) counts rows, also those without a score; and a course without any has a row of its own.
-- says: missing rows
SELECT course_id, count(*), round(avg(score), 1) FROM lesson_progress GROUP BY ROLLUP (course_id)
