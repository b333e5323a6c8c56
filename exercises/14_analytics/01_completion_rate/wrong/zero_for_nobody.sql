-- 0 says that all gave up; nobody has begun. NULL says that there is nothing to divide by.
-- says: missing rows
-- says: extra rows
-- says: 0 where NULL is wanted
SELECT c.title, round(coalesce(100.0 * count(*) FILTER (WHERE lp.completed) / NULLIF(count(lp.id), 0), 0), 1)
FROM courses AS c LEFT JOIN lesson_progress AS lp ON lp.course_id = c.id
GROUP BY c.id
