-- says: could not run
SELECT course_id, lesson_id, count(*), count(*) FILTER (WHERE completed) FROM lesson_progress GROUP BY lesson_id
