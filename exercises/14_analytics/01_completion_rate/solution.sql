-- LEFT JOIN keeps the course that nobody opened; its one row has no id, so count(lp.id) is 0 and NULLIF makes the
-- division NULL. 100.0 makes it a division of decimals. The group is the course, not its title.
SELECT c.title, round(100.0 * count(*) FILTER (WHERE lp.completed) / NULLIF(count(lp.id), 0), 1) AS rate
FROM courses AS c
LEFT JOIN lesson_progress AS lp ON lp.course_id = c.id
GROUP BY c.id, c.title;
