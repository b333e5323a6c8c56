-- Lessons of one name from several courses are counted as one lesson here.
-- says: missing rows
-- says: extra rows
SELECT DISTINCT course_id, lesson_id,
       count(*) OVER (PARTITION BY lesson_id), count(*) FILTER (WHERE completed) OVER (PARTITION BY lesson_id)
FROM lesson_progress
