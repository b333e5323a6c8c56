-- All places are there. The third and those behind it are not wanted.
-- says: extra rows
SELECT course_id, lesson_id, user_id, score, rank() OVER (PARTITION BY course_id, lesson_id ORDER BY score DESC) AS place
FROM lesson_progress WHERE score IS NOT NULL
