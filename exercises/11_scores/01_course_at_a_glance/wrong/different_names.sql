-- Two learners may have one name. Count them by their id.
-- says: missing rows
-- says: extra rows
SELECT c.id, count(DISTINCT u.name) FILTER (WHERE score IS NOT NULL), count(p.score), coalesce(sum(attempts),0), round(avg(score),1)
FROM courses c LEFT JOIN lesson_progress p ON p.course_id=c.id LEFT JOIN users u ON u.id=p.user_id
GROUP BY c.id
