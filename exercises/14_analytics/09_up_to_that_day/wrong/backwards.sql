-- DESC adds up from the last day back to this one.
-- says: missing rows
-- says: extra rows
SELECT course_id, (completed_at AT TIME ZONE 'UTC')::date AS day, count(*),
       sum(count(*)) OVER (PARTITION BY course_id ORDER BY (completed_at AT TIME ZONE 'UTC')::date DESC)
FROM lesson_progress WHERE completed GROUP BY 1, 2
