-- A completion whose time is ahead of now() came from a device whose clock is fast. It is a completion, and
-- its day has a row.
-- says: missing rows
SELECT course_id, (completed_at AT TIME ZONE 'UTC')::date AS day, count(*) AS completed,
       sum(count(*)) OVER (PARTITION BY course_id ORDER BY (completed_at AT TIME ZONE 'UTC')::date) AS so_far
FROM lesson_progress
WHERE completed AND completed_at <= now()
GROUP BY 1, 2
