-- count(*) counts the rows, also those without a score. count(score) counts the scores.
-- says: missing rows
-- says: extra rows
SELECT course_id, count(*) AS scores, round(avg(score), 1) AS average FROM lesson_progress GROUP BY GROUPING SETS ((course_id), ()) HAVING count(score) > 0 OR GROUPING(course_id) = 1
