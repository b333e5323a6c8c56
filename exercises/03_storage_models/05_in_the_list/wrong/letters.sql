-- LIKE looks at the letters of the whole list: self-joins has joins in it.
-- says: extra rows
SELECT user_id, course_id, jsonb_array_length(completed_lessons) FROM course_progress WHERE completed_lessons::text LIKE '%joins%'
