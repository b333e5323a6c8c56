-- Two lists of the same kind, and the one without the other. It unpacks every document.
SELECT user_id, course_id, lesson_id::text FROM lesson_progress WHERE completed
EXCEPT
SELECT user_id, course_id, jsonb_array_elements_text(completed_lessons) FROM course_progress;
