-- Lessons that are not completed have no day: NULL is a group too, and is not wanted.
-- says: extra rows
SELECT course_id, (completed_at AT TIME ZONE 'UTC')::date AS day, count(*),
       sum(count(*)) OVER (PARTITION BY course_id ORDER BY (completed_at AT TIME ZONE 'UTC')::date)
FROM lesson_progress GROUP BY 1, 2
