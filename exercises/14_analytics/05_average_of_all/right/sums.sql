-- The groups are written out, and the mean is the sum divided by the number.
WITH scored AS (SELECT course_id, score FROM lesson_progress WHERE score IS NOT NULL)
SELECT course_id, count(*) AS scores, round(sum(score)::numeric / nullif(count(*), 0), 1) AS average
FROM scored GROUP BY GROUPING SETS ((course_id), ())
