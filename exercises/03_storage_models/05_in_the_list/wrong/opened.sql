-- These are the learners who have opened joins. Whether a document has it is asked of the document.
-- says: extra rows
SELECT user_id, course_id, jsonb_array_length(completed_lessons)
FROM course_progress JOIN lesson_progress USING (user_id, course_id) WHERE lesson_id = 'joins'
