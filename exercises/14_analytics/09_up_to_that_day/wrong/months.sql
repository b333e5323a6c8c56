-- These are months. One row for each day is wanted.
-- says: missing rows
-- says: extra rows
SELECT course_id, date_trunc('month', completed_at AT TIME ZONE 'UTC')::date, count(*),
       sum(count(*)) OVER (PARTITION BY course_id ORDER BY date_trunc('month', completed_at AT TIME ZONE 'UTC'))
FROM lesson_progress WHERE completed GROUP BY course_id, date_trunc('month', completed_at AT TIME ZONE 'UTC')
