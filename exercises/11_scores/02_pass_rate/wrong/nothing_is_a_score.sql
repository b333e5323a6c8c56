-- 0 is a score, and counts among the scored.
-- says: missing rows
-- says: extra rows
SELECT course_id, lesson_id, count(*) FILTER (WHERE score >= passing_score), count(score), round(100.0*count(*) FILTER (WHERE score >= passing_score)/count(score),1)
FROM lesson_progress p JOIN courses c ON c.id=course_id
WHERE score > 0
GROUP BY 1,2
