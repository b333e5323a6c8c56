-- Rounded twice: 54.5454 becomes 54.55, and that 54.6. Round once, at the end.
-- says: rows
SELECT course_id, lesson_id, count(*) FILTER (WHERE score >= passing_score), count(*),
       round(round(100.0 * count(*) FILTER (WHERE score >= passing_score) / count(*), 2), 1)
FROM lesson_progress JOIN courses ON courses.id = course_id
WHERE score IS NOT NULL GROUP BY course_id, lesson_id
