-- A score of 0 is a score: tried, and nothing right. nullif takes it away from the number and from the average.
-- says: missing rows
-- says: extra rows
SELECT c.title, count(nullif(score, 0)) AS scores, round(avg(nullif(score, 0)), 1) AS average, count(*) FILTER (WHERE score < c.passing_score) AS failed FROM courses c LEFT JOIN lesson_progress p ON p.course_id = c.id GROUP BY c.id
