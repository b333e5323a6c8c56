-- TODO: complete the rows that are there
INSERT INTO lesson_progress (user_id, course_id, lesson_id)
SELECT user_id, course_id, lesson
FROM course_progress, jsonb_array_elements_text(completed_lessons) AS lesson
