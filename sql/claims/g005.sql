--@ value percent: Mina's 12 of 18
SELECT 100.0 * jsonb_array_length(completed_lessons) / lesson_count
FROM course_progress JOIN courses ON courses.id = course_id
WHERE user_id = :mina AND course_id = :web;
