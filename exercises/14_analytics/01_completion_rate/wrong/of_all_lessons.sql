-- lesson_count counts the lessons of a course; the question is about the rows of those who opened one.
-- says: missing rows
-- says: extra rows
SELECT c.title, round(100.0 * count(*) FILTER (WHERE lp.completed) / c.lesson_count, 1)
FROM courses AS c LEFT JOIN lesson_progress AS lp ON lp.course_id = c.id
GROUP BY c.id
