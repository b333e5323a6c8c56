-- 0 is a score: who has 0 is among the learners.
-- says: missing rows
-- says: extra rows
SELECT c.id, count(DISTINCT p.user_id) FILTER (WHERE score > 0), count(p.score), coalesce(sum(attempts),0), round(avg(score),1)
FROM courses c LEFT JOIN lesson_progress p ON p.course_id=c.id
GROUP BY c.id
