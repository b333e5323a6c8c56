-- 0 says that all was completed at once. Nothing is completed: that is NULL.
-- says: 0 where NULL is wanted
SELECT c.id, count(lp.completed_at - lp.first_started_at),
       coalesce(round((percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM lp.completed_at - lp.first_started_at) / 86400))::numeric, 2), 0)
FROM courses AS c LEFT JOIN lesson_progress AS lp ON lp.course_id = c.id
GROUP BY c.id
