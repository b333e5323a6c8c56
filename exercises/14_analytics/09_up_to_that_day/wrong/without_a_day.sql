-- Lessons that nobody has completed yet have no day: a row without a day is left over.
-- says: extra rows
SELECT course_id, day, completed, sum(completed) OVER (PARTITION BY course_id ORDER BY day) AS so_far FROM (SELECT course_id, (completed_at AT TIME ZONE 'UTC')::date AS day, count(completed_at) AS completed FROM lesson_progress GROUP BY 1, 2) x
