-- A join with the documents repeats each row once for each learner of the course. The two tables have more than the course in common.
-- says: missing rows
-- says: extra rows
SELECT p.course_id, p.lesson_id, count(*), count(*) FILTER (WHERE p.completed)
FROM lesson_progress AS p JOIN course_progress AS d ON d.course_id = p.course_id GROUP BY p.course_id, p.lesson_id
