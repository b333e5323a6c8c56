-- The median of the intervals themselves, made into days afterwards.
SELECT c.id AS course_id, count(lp.id) AS timed,
       round(extract(epoch FROM percentile_cont(0.5) WITHIN GROUP (ORDER BY lp.completed_at - lp.first_started_at)) / 86400, 2)
FROM courses AS c
LEFT JOIN lesson_progress AS lp ON lp.course_id = c.id AND lp.completed_at IS NOT NULL AND lp.first_started_at IS NOT NULL
GROUP BY c.id
