-- What a page asks for that lives from the document.
SELECT completed_lessons FROM course_progress WHERE user_id = :user_id
