-- Who stopped at which number, summed up from the far end.
SELECT c.id, step, (sum(count(d.lessons)) OVER (PARTITION BY c.id ORDER BY step DESC))::int
  + (SELECT count(*) FROM (SELECT FROM lesson_progress WHERE course_id = c.id AND completed GROUP BY user_id HAVING count(*) > c.lesson_count) AS beyond)
FROM courses AS c CROSS JOIN generate_series(1, c.lesson_count) AS step
LEFT JOIN (SELECT course_id, count(*) AS lessons FROM lesson_progress WHERE completed GROUP BY course_id, user_id) AS d
  ON d.course_id = c.id AND d.lessons = step
GROUP BY c.id, step
