-- A name that ends in these letters is not the name.
-- says: extra rows
SELECT user_id, course_id, jsonb_array_length(completed_lessons)
FROM course_progress WHERE EXISTS (SELECT FROM jsonb_array_elements_text(completed_lessons) AS lesson WHERE lesson LIKE '%joins')
