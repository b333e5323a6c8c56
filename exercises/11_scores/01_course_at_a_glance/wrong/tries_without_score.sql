-- The rows without a score are gone before tries are added: they have attempts as well.
-- says: missing rows
-- says: extra rows
SELECT c.id, count(DISTINCT p.user_id), count(p.score), coalesce(sum(attempts),0), round(avg(score),1)
FROM courses c LEFT JOIN lesson_progress p ON p.course_id=c.id AND score IS NOT NULL
GROUP BY c.id
