-- From the course to the lessons in it.
SELECT p.user_id, courses.id AS course_id, p.lesson_id
FROM courses CROSS JOIN LATERAL (
  SELECT * FROM lesson_progress WHERE course_id = courses.id AND NOT score < passing_score AND (attempts, completed) = (1, true)
) AS p
