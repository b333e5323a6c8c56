-- A list that is taken apart in FROM gives a row for each piece. Which of them do you keep?
-- says: extra rows
SELECT user_id, course_id, jsonb_array_length(completed_lessons)
FROM course_progress, jsonb_array_elements_text(completed_lessons) AS lesson
