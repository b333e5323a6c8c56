-- Your percentage has lost its decimals: integer / integer stays integer in SQL.
-- says: missing rows
-- says: extra rows
-- says: off by rounding
SELECT c.title, 100 * count(*) FILTER (WHERE lp.completed) / NULLIF(count(lp.id), 0)
FROM courses AS c LEFT JOIN lesson_progress AS lp ON lp.course_id = c.id
GROUP BY c.id
