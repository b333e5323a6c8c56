-- count(*) OVER counts the days so far, one for each row. The lessons of these days are to be added up.
-- says: missing rows
-- says: extra rows
SELECT course_id, (completed_at AT TIME ZONE 'UTC')::date AS day, count(*),
       count(*) OVER (PARTITION BY course_id ORDER BY (completed_at AT TIME ZONE 'UTC')::date)
FROM lesson_progress WHERE completed GROUP BY 1, 2
