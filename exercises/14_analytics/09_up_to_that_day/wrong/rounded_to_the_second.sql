-- Rounding to the second carries the end of a day into the next one.
-- says: rows
SELECT course_id, day, count(*) AS completed, sum(count(*)) OVER (PARTITION BY course_id ORDER BY day) AS so_far
FROM (SELECT course_id, (completed_at AT TIME ZONE 'UTC')::timestamp(0)::date AS day FROM lesson_progress WHERE completed_at IS NOT NULL) AS d
GROUP BY course_id, day;
