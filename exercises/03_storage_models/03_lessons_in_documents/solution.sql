-- The function in FROM is joined to each row by itself (LATERAL): an empty array simply gives no row.
SELECT c.title, lesson, count(DISTINCT cp.user_id)
FROM course_progress AS cp
JOIN courses AS c ON c.id = cp.course_id
CROSS JOIN LATERAL jsonb_array_elements_text(cp.completed_lessons) AS lesson
GROUP BY c.id, c.title, lesson;
