-- You divide by all who opened the lesson. Who has no score has neither passed nor failed.
-- says: missing rows
SELECT course_id, lesson_id, count(*) FILTER (WHERE score >= passing_score), count(*),
       round(100.0 * count(*) FILTER (WHERE score >= passing_score) / count(*), 1)
FROM lesson_progress JOIN courses ON courses.id = course_id GROUP BY course_id, lesson_id
