-- The index is there and not UNIQUE. Only a unique one says which row is which.
-- has: create index
-- says: not so: it can be refreshed CONCURRENTLY
CREATE MATERIALIZED VIEW course_report AS
SELECT c.id AS course_id, count(DISTINCT p.user_id) AS learners, round(avg(p.score), 1) AS average
FROM courses AS c LEFT JOIN lesson_progress AS p ON p.course_id = c.id GROUP BY c.id;
CREATE INDEX course_report_course ON course_report (course_id);
