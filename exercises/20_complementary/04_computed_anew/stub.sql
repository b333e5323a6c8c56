CREATE MATERIALIZED VIEW course_report AS
SELECT id AS course_id  -- TODO
FROM courses
