-- LIKE '%"joins%' finds every name that begins with joins, joins-2 as well.
-- says: extra rows
SELECT user_id, course_id, jsonb_array_length(completed_lessons)
FROM course_progress
WHERE completed_lessons::text LIKE '%"joins%'
