-- A table stores the rows, and forgets the query that made them: it cannot be refreshed.
-- has: create table
-- says: course_report
CREATE TABLE course_report AS
SELECT c.id AS course_id, count(DISTINCT p.user_id) AS learners, round(avg(p.score), 1) AS average
FROM courses AS c LEFT JOIN lesson_progress AS p ON p.course_id = c.id GROUP BY c.id;
CREATE UNIQUE INDEX course_report_course ON course_report (course_id);
