-- Only a name that follows itself is left out. Twice in an array may be far apart:
-- DISTINCT looks at all of it.
-- says: missing rows
-- says: extra rows
SELECT c.title, l.lesson, count(*)
FROM course_progress AS cp JOIN courses AS c ON c.id = cp.course_id
CROSS JOIN LATERAL jsonb_array_elements_text(cp.completed_lessons) WITH ORDINALITY AS l(lesson, n)
WHERE cp.completed_lessons ->> l.n::int IS DISTINCT FROM l.lesson
GROUP BY c.id, l.lesson
