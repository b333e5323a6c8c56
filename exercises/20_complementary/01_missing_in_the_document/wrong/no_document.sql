-- Who has no document is left out. Without one a JOIN finds no row, a comparison is NULL, and WHERE keeps what is true.
-- says: missing rows
SELECT user_id, course_id, lesson_id
FROM lesson_progress LEFT JOIN course_progress AS cp USING (user_id, course_id)
WHERE completed AND NOT (cp.completed_lessons ? lesson_id)
