-- Two courses of one title and with the same figures have become one: DISTINCT takes rows for one that only look alike.
-- says: missing rows
-- says: duplicates
SELECT DISTINCT c.title, count(score) AS scores, round(avg(score), 1) AS average, count(*) FILTER (WHERE score < c.passing_score) AS failed FROM courses c LEFT JOIN lesson_progress p ON p.course_id = c.id GROUP BY c.id
