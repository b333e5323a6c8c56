-- Two learners with 80 have two scores. DISTINCT counts 80 once.
-- says: missing rows
-- says: extra rows
SELECT c.id, count(DISTINCT p.user_id) FILTER (WHERE score IS NOT NULL), count(DISTINCT p.score), coalesce(sum(attempts),0), round(avg(score),1)
FROM courses c LEFT JOIN lesson_progress p ON p.course_id=c.id
GROUP BY c.id
