-- Who has no score takes no place: with NULLS LAST they come after all others, and where there are few others they are on place 1 or 2.
-- says: extra rows
SELECT * FROM (SELECT course_id, lesson_id, user_id, score, rank() OVER (PARTITION BY course_id, lesson_id ORDER BY score DESC NULLS LAST) AS place FROM lesson_progress) x WHERE place < 3
