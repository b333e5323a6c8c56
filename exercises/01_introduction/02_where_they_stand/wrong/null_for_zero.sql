-- sum over no row is NULL and not 0. count gives 0.
-- says: NULL where 0 is wanted
SELECT course_id, lesson_id, count(*), sum(1) FILTER (WHERE completed) FROM lesson_progress GROUP BY course_id, lesson_id
