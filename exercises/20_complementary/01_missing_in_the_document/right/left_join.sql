-- The LEFT JOIN keeps the learners without a document; IS NOT TRUE takes NULL for "does not list it".
SELECT user_id, course_id, lesson_id
FROM lesson_progress LEFT JOIN course_progress AS cp USING (user_id, course_id)
WHERE completed AND (cp.completed_lessons ? lesson_id) IS NOT TRUE;
