-- You worked the share out from the list. What the document *says* is its percentage, which is rounded, and may differ.
-- says: missing rows
SELECT user_id, course_id, progress_percentage FROM course_progress JOIN courses ON courses.id = course_id
WHERE jsonb_array_length(completed_lessons) * 2 >= lesson_count
