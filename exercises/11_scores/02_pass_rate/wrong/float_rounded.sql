-- says: could not run
-- says: does not exist
SELECT course_id, lesson_id, count(*) FILTER (WHERE score >= passing_score), count(*),
       round(count(*) FILTER (WHERE score >= passing_score)::float / count(*) * 100, 1)
FROM lesson_progress JOIN courses ON courses.id = course_id WHERE score IS NOT NULL GROUP BY course_id, lesson_id
