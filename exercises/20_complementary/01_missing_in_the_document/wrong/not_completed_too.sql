-- A lesson that was only begun belongs in no document: it is not missing there.
-- says: extra rows
SELECT user_id, course_id, lesson_id
FROM lesson_progress LEFT JOIN course_progress AS cp USING (user_id, course_id)
WHERE (cp.completed_lessons ? lesson_id) IS NOT TRUE
