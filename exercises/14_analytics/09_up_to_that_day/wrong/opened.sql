-- first_started_at says when a lesson was opened. The curve is of lessons that were completed, on the day of completed_at.
-- says: missing rows
-- says: extra rows
SELECT course_id, (first_started_at AT TIME ZONE 'UTC')::date AS day, count(*),
       sum(count(*)) OVER (PARTITION BY course_id ORDER BY (first_started_at AT TIME ZONE 'UTC')::date)
FROM lesson_progress WHERE completed GROUP BY 1, 2
