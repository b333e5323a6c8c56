-- The midnight of UTC becomes a date in the session's zone, and west of Greenwich that is the day before.
-- says: rows
SELECT course_id, date_trunc('day', completed_at, 'UTC')::date AS day, count(*) AS completed,
       sum(count(*)) OVER (PARTITION BY course_id ORDER BY date_trunc('day', completed_at, 'UTC')::date) AS so_far
FROM lesson_progress
WHERE completed_at IS NOT NULL
GROUP BY course_id, day;
