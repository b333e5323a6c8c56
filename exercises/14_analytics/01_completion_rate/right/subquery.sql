-- A subquery for each course asks only about its own rows.
SELECT title, (
  SELECT round(avg(CASE WHEN completed THEN 100 ELSE 0 END), 1) FROM lesson_progress WHERE course_id = courses.id
) AS rate
FROM courses
