-- Each row has the sum of its whole course. ORDER BY in OVER makes the window end at the row itself.
-- says: missing rows
-- says: extra rows
SELECT course_id, (completed_at AT TIME ZONE 'UTC')::date AS day, count(*), sum(count(*)) OVER (PARTITION BY course_id)
FROM lesson_progress WHERE completed GROUP BY 1, 2
