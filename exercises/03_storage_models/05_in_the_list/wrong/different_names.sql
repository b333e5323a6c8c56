-- count(DISTINCT …) counts a name that stands in the list twice once. completed counts both.
-- says: missing rows
-- says: extra rows
SELECT user_id, course_id, (SELECT count(DISTINCT lesson) FROM jsonb_array_elements_text(completed_lessons) AS lesson)
FROM course_progress WHERE completed_lessons ? 'joins'
