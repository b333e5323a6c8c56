-- A course of which nobody has opened anything has no lesson that was opened, and no row.
-- says: extra rows
SELECT c.id, p.lesson_id, count(p.id), count(*) FILTER (WHERE p.completed)
FROM courses AS c LEFT JOIN lesson_progress AS p ON p.course_id = c.id GROUP BY c.id, p.lesson_id
