-- The day of Tokyo begins nine hours before that of UTC: what was completed in the evening stands on the next day.
-- says: missing rows
-- says: extra rows
-- has: Tokyo
SELECT course_id, day, completed, sum(completed) OVER (PARTITION BY course_id ORDER BY day) AS so_far FROM (SELECT course_id, (completed_at AT TIME ZONE 'Asia/Tokyo')::date AS day, count(*) AS completed FROM lesson_progress WHERE completed_at IS NOT NULL GROUP BY 1, 2) x
