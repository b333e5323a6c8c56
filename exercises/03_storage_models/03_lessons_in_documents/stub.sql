-- title, lesson, learners
SELECT c.title  -- TODO
FROM course_progress AS cp JOIN courses AS c ON c.id = cp.course_id
