-- ? looks at the pieces of the list, one by one and whole, at whichever place.
SELECT user_id, course_id, jsonb_array_length(completed_lessons) AS completed
FROM course_progress
WHERE completed_lessons ? 'joins'
