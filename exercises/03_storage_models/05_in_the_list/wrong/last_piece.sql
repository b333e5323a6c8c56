-- ->> -1 is the last piece of the list. joins may stand at any place.
-- says: missing rows
SELECT user_id, course_id, jsonb_array_length(completed_lessons) FROM course_progress WHERE completed_lessons ->> -1 = 'joins'
