-- None of so many is what 0 of them says.
SELECT course_id, user_id, count(lesson_id) AS opened
FROM lesson_progress
GROUP BY user_id, course_id
HAVING count(*) FILTER (WHERE completed) = 0
