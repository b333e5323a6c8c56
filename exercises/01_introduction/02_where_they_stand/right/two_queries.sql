-- The completed ones are counted in a query of their own, and LEFT JOIN keeps the lessons that have none.
SELECT o.course_id, o.lesson_id, o.opened, coalesce(d.done, 0)
FROM (SELECT course_id, lesson_id, count(id) AS opened FROM lesson_progress GROUP BY course_id, lesson_id) AS o
LEFT JOIN (SELECT course_id, lesson_id, count(*) AS done FROM lesson_progress WHERE completed GROUP BY course_id, lesson_id) AS d
  ON d.course_id = o.course_id AND d.lesson_id = o.lesson_id
