-- Two groups, one of everybody and one of the survivors, put side by side.
WITH opened AS (
  SELECT course_id, lesson_id, count(*) AS learners, avg(attempts) AS tries FROM lesson_progress GROUP BY 1, 2
), done AS (
  SELECT course_id, lesson_id, count(*) AS learners, avg(attempts) AS tries FROM lesson_progress WHERE completed GROUP BY 1, 2
)
SELECT course_id, lesson_id, round(done.tries, 1), round(opened.tries, 1),
       round(100 - 100.0 * coalesce(done.learners, 0) / opened.learners, 1)
FROM opened LEFT JOIN done USING (course_id, lesson_id)
WHERE opened.learners > 2
