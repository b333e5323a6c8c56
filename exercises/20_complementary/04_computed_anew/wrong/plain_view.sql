-- A view without MATERIALIZED stores nothing: it is computed whenever somebody looks, and cannot be refreshed.
-- has: create view
-- says: course_report
CREATE VIEW course_report AS
SELECT c.id AS course_id, count(DISTINCT p.user_id) AS learners, round(avg(p.score), 1) AS average
FROM courses AS c LEFT JOIN lesson_progress AS p ON p.course_id = c.id GROUP BY c.id;
