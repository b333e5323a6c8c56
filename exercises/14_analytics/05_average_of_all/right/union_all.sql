-- Two queries, one below the other.
SELECT course_id, count(score) AS scores, round(avg(score), 1) AS average
FROM lesson_progress GROUP BY course_id HAVING count(score) > 0
UNION ALL
SELECT NULL, count(score), round(avg(score), 1) FROM lesson_progress
