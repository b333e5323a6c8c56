-- @> asks whether the list on the left contains all pieces of the one on the right.
SELECT user_id, course_id, jsonb_array_length(completed_lessons)
FROM course_progress WHERE completed_lessons @> '["joins"]'
