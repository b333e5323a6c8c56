-- An empty document has no lesson in it, and gives no row: LEFT JOIN makes one of it, with a name of NULL.
-- says: extra rows
SELECT c.title, lesson, count(DISTINCT cp.user_id)
FROM course_progress AS cp JOIN courses AS c ON c.id = cp.course_id LEFT JOIN jsonb_array_elements_text(cp.completed_lessons) AS lesson ON true
GROUP BY c.id, lesson
