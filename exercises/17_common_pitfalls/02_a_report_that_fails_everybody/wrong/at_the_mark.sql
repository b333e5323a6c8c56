-- Who has reached just the passing score has passed: below is <, not <=.
-- says: missing rows
-- says: extra rows
SELECT c.title, count(score) AS scores, round(avg(score), 1) AS average, count(*) FILTER (WHERE score <= c.passing_score) AS failed FROM courses c LEFT JOIN lesson_progress p ON p.course_id = c.id GROUP BY c.id
