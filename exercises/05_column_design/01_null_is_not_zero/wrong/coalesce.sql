-- coalesce makes a try with nothing right of every lesson that nobody tried: the average sinks.
-- says: missing rows
SELECT course_id, count(score), count(*) FILTER (WHERE score = 0), round(avg(coalesce(score, 0)), 1)
FROM lesson_progress GROUP BY course_id
