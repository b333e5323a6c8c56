-- coalesce makes a try with nothing right of each lesson that has no score: the average sinks.
-- says: missing rows
SELECT c.id, count(DISTINCT user_id) FILTER (WHERE score IS NOT NULL), count(score), coalesce(sum(attempts), 0),
       round(avg(coalesce(score, 0)), 1)
FROM courses AS c LEFT JOIN lesson_progress ON course_id = c.id GROUP BY c.id
