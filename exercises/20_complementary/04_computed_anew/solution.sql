-- LEFT JOIN keeps the courses without learners; count(DISTINCT …) leaves their NULL out, and avg of nothing is NULL. CONCURRENTLY needs a unique index
-- over all rows, to know which row is which.
CREATE MATERIALIZED VIEW course_report AS
SELECT c.id AS course_id, count(DISTINCT p.user_id) AS learners, round(avg(p.score), 1) AS average
FROM courses AS c LEFT JOIN lesson_progress AS p ON p.course_id = c.id
GROUP BY c.id;

CREATE UNIQUE INDEX course_report_course ON course_report (course_id);
