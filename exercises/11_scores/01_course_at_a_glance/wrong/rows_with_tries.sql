-- count(attempts) counts the rows that have a number. Tries are the sum of these numbers.
-- says: missing rows
-- says: extra rows
SELECT c.id, count(DISTINCT p.user_id) FILTER (WHERE score IS NOT NULL), count(p.score), count(attempts), round(avg(score),1)
FROM courses c LEFT JOIN lesson_progress p ON p.course_id=c.id
GROUP BY c.id
