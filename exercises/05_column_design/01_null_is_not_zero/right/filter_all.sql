-- The condition said each time, even where the aggregate would leave NULL out by itself.
SELECT course_id, count(*) FILTER (WHERE score IS NOT NULL), count(nullif(score = 0, false)),
       round(avg(score) FILTER (WHERE score IS NOT NULL), 1)
FROM lesson_progress GROUP BY 1
