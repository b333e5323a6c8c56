-- A query in SELECT looks each name up.
SELECT (SELECT name FROM users WHERE id = p.user_id), (SELECT title FROM courses WHERE id = p.course_id), lesson_id, score
FROM lesson_progress AS p
WHERE score BETWEEN 90 AND 100
