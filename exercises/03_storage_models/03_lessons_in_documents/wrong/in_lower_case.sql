-- `Joins` and `joins` are two names: a lesson counts as it stands in the document.
-- says: missing rows
-- says: extra rows
SELECT c.title, lower(trim(lesson)), count(DISTINCT cp.user_id)
FROM course_progress AS cp JOIN courses AS c ON c.id = cp.course_id CROSS JOIN jsonb_array_elements_text(cp.completed_lessons) AS lesson
GROUP BY c.id, lower(trim(lesson))
