-- The average has all its decimals. One is wanted.
-- says: not so: a half of the last decimal goes up
-- says: not so: the average is rounded once
-- says: not so: the average has one decimal
-- says: not so: the average is rounded to one decimal
CREATE MATERIALIZED VIEW course_report AS
SELECT c.id AS course_id, count(DISTINCT p.user_id) AS learners, avg(p.score) AS average
FROM courses AS c LEFT JOIN lesson_progress AS p ON p.course_id = c.id GROUP BY c.id;
CREATE UNIQUE INDEX course_report_course ON course_report (course_id);
