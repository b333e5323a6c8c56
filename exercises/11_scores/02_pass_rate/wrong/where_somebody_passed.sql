-- A lesson that nobody has passed has a rate too: 0.
-- says: missing rows
SELECT course_id, lesson_id, count(*) FILTER (WHERE score >= passing_score), count(score), round(100.0*count(*) FILTER (WHERE score >= passing_score)/count(score),1)
FROM lesson_progress p JOIN courses c ON c.id=course_id
WHERE score IS NOT NULL
GROUP BY 1,2
HAVING count(*) FILTER (WHERE score >= passing_score) > 0
