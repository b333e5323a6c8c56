-- Two learners may have one name. Count the learners by their id.
-- says: missing rows
-- says: extra rows
SELECT c.title, l, count(DISTINCT u.name)
FROM courses c JOIN course_progress cp ON cp.course_id=c.id JOIN users u ON u.id=cp.user_id, jsonb_array_elements_text(completed_lessons) l
GROUP BY c.id, l
