-- A course that nobody has opened has no row. JOIN leaves it out, LEFT JOIN keeps it.
-- says: not so: a course that nobody has opened has a row
CREATE MATERIALIZED VIEW course_report AS
SELECT c.id AS course_id, count(DISTINCT p.user_id) AS learners, round(avg(p.score), 1) AS average
FROM courses AS c JOIN lesson_progress AS p ON p.course_id = c.id GROUP BY c.id;
CREATE UNIQUE INDEX course_report_course ON course_report (course_id);
