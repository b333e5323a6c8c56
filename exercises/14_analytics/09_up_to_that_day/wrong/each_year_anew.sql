-- From the beginning means all years: with the year in PARTITION BY the sum begins anew each January.
-- says: rows
SELECT course_id, day, count(*) AS completed,
       sum(count(*)) OVER (PARTITION BY course_id, extract(year FROM day) ORDER BY day) AS so_far
FROM (SELECT course_id, (completed_at AT TIME ZONE 'UTC')::date AS day FROM lesson_progress WHERE completed_at IS NOT NULL) AS d
GROUP BY course_id, day;
