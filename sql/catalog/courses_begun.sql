-- courses_begun: each course with the number of learners who opened a lesson of it, the most begun first
SELECT c.id, c.title, count(p.user_id) AS learners
FROM courses AS c
LEFT JOIN (SELECT DISTINCT course_id, user_id FROM lesson_progress) AS p ON p.course_id = c.id
GROUP BY c.id, c.title
ORDER BY learners DESC, c.title, c.id
