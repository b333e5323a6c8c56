-- A list that has the name twice gives two rows: FROM takes it apart, and keeps both pieces. Ask the list whether it has it.
-- says: duplicates
SELECT user_id, course_id, jsonb_array_length(completed_lessons)
FROM course_progress, jsonb_array_elements_text(completed_lessons) AS lesson WHERE lesson = 'joins'
