-- = compares the whole list. It finds those who have completed joins and nothing else.
-- says: missing rows
SELECT user_id, course_id, jsonb_array_length(completed_lessons) FROM course_progress WHERE completed_lessons = '["joins"]'
