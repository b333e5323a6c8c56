-- round of a DOUBLE PRECISION takes a half to the even digit: 6.25 becomes 6.2. round of a NUMERIC takes it
-- away from 0.
-- says: rows
SELECT course_id, lesson_id, count(*) FILTER (WHERE score >= passing_score), count(*),
       (round(1000::float8 * count(*) FILTER (WHERE score >= passing_score) / count(*)) / 10)::numeric
FROM lesson_progress JOIN courses ON courses.id = course_id
WHERE score IS NOT NULL GROUP BY course_id, lesson_id
