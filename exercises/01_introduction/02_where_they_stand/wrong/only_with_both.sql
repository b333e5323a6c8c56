-- A lesson that nobody has completed is missing. Where do its 0 come from?
-- says: missing rows
SELECT course_id, lesson_id, count(*), count(*) FILTER (WHERE completed) FROM lesson_progress GROUP BY course_id, lesson_id
HAVING count(*) FILTER (WHERE completed) > 0
