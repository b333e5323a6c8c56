-- WHERE is asked after the LEFT JOIN, and throws out the courses in which nothing is completed.
-- says: missing rows
SELECT c.id, count(lp.completed_at - lp.first_started_at),
       round((percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM lp.completed_at - lp.first_started_at) / 86400))::numeric, 2)
FROM courses AS c LEFT JOIN lesson_progress AS lp ON lp.course_id = c.id WHERE lp.completed_at IS NOT NULL AND lp.first_started_at IS NOT NULL
GROUP BY c.id
