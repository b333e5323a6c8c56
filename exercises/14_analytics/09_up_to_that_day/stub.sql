-- course_id, day, completed, so_far
SELECT course_id, (completed_at AT TIME ZONE 'UTC')::date AS day  -- TODO
FROM lesson_progress
GROUP BY course_id, day
