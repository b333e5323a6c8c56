-- course_id, step, learners
SELECT c.id AS course_id, step  -- TODO
FROM courses AS c
CROSS JOIN generate_series(1, c.lesson_count) AS step
