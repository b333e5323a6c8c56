-- A name that stands in an array twice was counted twice.
-- says: missing rows
SELECT c.title, lesson, count(*)
FROM course_progress AS cp JOIN courses AS c ON c.id = cp.course_id, jsonb_array_elements_text(cp.completed_lessons) AS lesson
GROUP BY c.id, lesson
