-- jsonb_array_elements gives JSON, and as a text that keeps its quotes. jsonb_array_elements_text gives the name itself.
-- says: missing rows
-- says: extra rows
SELECT c.title, l::text, count(DISTINCT cp.user_id)
FROM courses c JOIN course_progress cp ON cp.course_id=c.id, jsonb_array_elements(completed_lessons) l
GROUP BY c.id, l
