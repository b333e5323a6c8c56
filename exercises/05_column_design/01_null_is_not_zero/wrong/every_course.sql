-- A course that has no rows in lesson_progress is not asked for: ask lesson_progress alone.
-- says: extra rows
SELECT c.id, count(lp.score), count(*) FILTER (WHERE lp.score = 0), round(avg(lp.score), 1)
FROM courses AS c LEFT JOIN lesson_progress AS lp ON lp.course_id = c.id GROUP BY c.id
