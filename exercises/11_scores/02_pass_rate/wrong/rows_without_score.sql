-- Rows without a score do not count, and count(*) counts them.
-- says: missing rows
-- says: extra rows
SELECT course_id, lesson_id, count(*) FILTER (WHERE score >= passing_score), count(*), round(100.0*count(*) FILTER (WHERE score >= passing_score)/count(*),1)
FROM lesson_progress p JOIN courses c ON c.id=course_id
GROUP BY 1,2
HAVING count(score)>0
