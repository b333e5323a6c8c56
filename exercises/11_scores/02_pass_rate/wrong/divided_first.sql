-- Divided first, an integer by an integer: everything below 1 is 0 before you multiply.
-- says: missing rows
SELECT course_id, lesson_id, count(*) FILTER (WHERE score >= passing_score), count(*),
       count(*) FILTER (WHERE score >= passing_score) / count(*) * 100
FROM lesson_progress JOIN courses ON courses.id = course_id WHERE score IS NOT NULL GROUP BY course_id, lesson_id
