-- The window ends at the day before: up to *and with* that day is wanted.
-- says: missing rows
-- says: extra rows
SELECT course_id, (completed_at AT TIME ZONE 'UTC')::date AS day, count(*),
       coalesce(sum(count(*)) OVER (PARTITION BY course_id ORDER BY (completed_at AT TIME ZONE 'UTC')::date
                                    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)
FROM lesson_progress WHERE completed GROUP BY 1, 2
