-- The last column counts those who have *not* completed it.
-- says: missing rows
-- says: extra rows
SELECT course_id, lesson_id, count(*), count(*) FILTER (WHERE NOT completed) FROM lesson_progress GROUP BY course_id, lesson_id
