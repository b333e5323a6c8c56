-- From the beginning is from the first day there is, however long ago: a frame of a year forgets.
-- says: rows
SELECT course_id, day, count(*) AS completed,
       sum(count(*)) OVER (PARTITION BY course_id ORDER BY day RANGE BETWEEN INTERVAL '1 year' PRECEDING AND CURRENT ROW) AS so_far
FROM (SELECT course_id, (completed_at AT TIME ZONE 'UTC')::date AS day FROM lesson_progress WHERE completed_at IS NOT NULL) AS d
GROUP BY course_id, day;
