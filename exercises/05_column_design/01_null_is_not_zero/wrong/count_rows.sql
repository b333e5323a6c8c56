-- count(*) counts the rows, tried or not.
-- says: missing rows
SELECT course_id, count(*), count(*) FILTER (WHERE score = 0), round(avg(score), 1) FROM lesson_progress GROUP BY course_id
