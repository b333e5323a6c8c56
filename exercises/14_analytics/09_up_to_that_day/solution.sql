-- The groups are days of a course; the window adds their counts up, in each course for itself, from the first day to this one.
SELECT course_id, (completed_at AT TIME ZONE 'UTC')::date AS day, count(*) AS completed,
       sum(count(*)) OVER (PARTITION BY course_id ORDER BY (completed_at AT TIME ZONE 'UTC')::date) AS so_far
FROM lesson_progress
WHERE completed
GROUP BY course_id, (completed_at AT TIME ZONE 'UTC')::date
