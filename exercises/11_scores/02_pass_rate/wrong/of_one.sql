-- The rate is a number in a hundred.
-- says: missing rows
-- says: extra rows
SELECT course_id, lesson_id, count(*) FILTER (WHERE score >= passing_score), count(score), round(1.0*count(*) FILTER (WHERE score >= passing_score)/count(score),1)
FROM lesson_progress p JOIN courses c ON c.id=course_id
WHERE score IS NOT NULL
GROUP BY 1,2
