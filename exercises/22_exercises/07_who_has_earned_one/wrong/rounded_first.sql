-- The average is rounded before it is compared: 69.5 becomes 70, and passes a mark that it has not reached.
-- says: extra rows
SELECT p.user_id, p.course_id, round(avg(p.score), 1) AS average FROM lesson_progress p JOIN courses c ON c.id = p.course_id GROUP BY p.user_id, p.course_id, c.lesson_count, c.passing_score HAVING count(*) FILTER (WHERE completed) >= c.lesson_count AND coalesce(round(avg(p.score)) >= c.passing_score, true)
