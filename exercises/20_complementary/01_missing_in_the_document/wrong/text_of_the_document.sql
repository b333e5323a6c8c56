-- A part of another name counts as the name: joins stands in self-joins. Ask the array for an element, not the text for a piece.
-- says: missing rows
SELECT user_id, course_id, lesson_id FROM lesson_progress lp
WHERE completed AND NOT EXISTS (SELECT 1 FROM course_progress cp WHERE cp.user_id = lp.user_id AND cp.course_id = lp.course_id AND cp.completed_lessons::text LIKE '%' || lp.lesson_id || '%')
