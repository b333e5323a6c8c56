-- Seconds of the whole interval, made into days; the median is computed of these, and rounded last. What has no time is NULL, and left out by
-- both count and percentile_cont.
SELECT c.id AS course_id, count(lp.completed_at - lp.first_started_at) AS timed,
       round((percentile_cont(0.5) WITHIN GROUP (
         ORDER BY extract(epoch FROM lp.completed_at - lp.first_started_at) / 86400
       ))::numeric, 2) AS median_days
FROM courses AS c
LEFT JOIN lesson_progress AS lp ON lp.course_id = c.id
GROUP BY c.id;
