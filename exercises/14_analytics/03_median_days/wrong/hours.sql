-- That is in hours: a day has 86,400 seconds.
-- says: missing rows
SELECT c.id, count(lp.completed_at - lp.first_started_at),
       round((percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM lp.completed_at - lp.first_started_at) / 3600))::numeric, 2)
FROM courses AS c LEFT JOIN lesson_progress AS lp ON lp.course_id = c.id
GROUP BY c.id
