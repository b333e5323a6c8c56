-- Each single score is compared with the mark. The average is: a bad one may be made good by others.
-- says: missing rows
SELECT p.user_id, p.course_id, round(avg(p.score), 1) AS average FROM lesson_progress p JOIN courses c ON c.id = p.course_id GROUP BY p.user_id, p.course_id, c.lesson_count, c.passing_score HAVING count(*) FILTER (WHERE completed) >= c.lesson_count AND coalesce(bool_and(p.score >= c.passing_score), true)
