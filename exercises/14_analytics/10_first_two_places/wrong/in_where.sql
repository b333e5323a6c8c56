-- says: could not run
SELECT course_id, lesson_id, user_id, score, rank() OVER (PARTITION BY course_id, lesson_id ORDER BY score DESC) AS place
FROM lesson_progress WHERE score IS NOT NULL AND place <= 2
