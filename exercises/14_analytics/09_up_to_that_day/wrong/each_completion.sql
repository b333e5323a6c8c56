-- There is a row for each moment, and a day has several. Fold them into days first.
-- says: missing rows
-- says: extra rows
SELECT course_id, (completed_at AT TIME ZONE 'UTC')::date AS day, count(*),
       sum(count(*)) OVER (PARTITION BY course_id ORDER BY completed_at)
FROM lesson_progress WHERE completed GROUP BY course_id, completed_at
