-- Rounded twice: 72.5454 becomes 72.55, and that 72.6. Round once, at the end.
-- says: rows
SELECT c.id, count(DISTINCT user_id) FILTER (WHERE score IS NOT NULL), count(score),
       coalesce(sum(attempts), 0), round(round(avg(score), 2), 1)
FROM courses AS c LEFT JOIN lesson_progress ON course_id = c.id GROUP BY c.id
