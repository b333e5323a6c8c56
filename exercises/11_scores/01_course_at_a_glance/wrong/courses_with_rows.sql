-- A course that nobody has opened is not in your answer: an inner join drops what has no partner.
-- says: missing rows
SELECT c.id, count(DISTINCT p.user_id) FILTER (WHERE score IS NOT NULL), count(p.score), coalesce(sum(attempts),0), round(avg(score),1)
FROM courses c JOIN lesson_progress p ON p.course_id=c.id
GROUP BY c.id
