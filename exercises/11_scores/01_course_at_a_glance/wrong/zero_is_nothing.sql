-- A 0 is thrown out with the NULLs, as `score || null` does in JavaScript. Nothing right is a score too.
-- says: missing rows
SELECT c.id, count(DISTINCT user_id) FILTER (WHERE score <> 0), count(nullif(score, 0)), coalesce(sum(attempts), 0),
       round(avg(nullif(score, 0)), 1)
FROM courses AS c LEFT JOIN lesson_progress ON course_id = c.id GROUP BY c.id
