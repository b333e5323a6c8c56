-- The last column counts joins itself. How many lessons has the whole list?
-- says: missing rows
-- says: extra rows
SELECT user_id, course_id, count(*) FROM course_progress, jsonb_array_elements_text(completed_lessons) AS lesson
WHERE lesson = 'joins' GROUP BY user_id, course_id
