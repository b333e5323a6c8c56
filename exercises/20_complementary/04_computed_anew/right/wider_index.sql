-- The index may have more columns, as long as it is unique, without WHERE and without expressions.
CREATE MATERIALIZED VIEW course_report AS
WITH counted AS (
  SELECT course_id, count(DISTINCT user_id) AS learners, avg(score)::numeric(4, 1) AS average FROM lesson_progress GROUP BY course_id
)
SELECT c.id AS course_id, coalesce(n.learners, 0) AS learners, n.average
FROM courses AS c LEFT JOIN counted AS n ON n.course_id = c.id
WITH NO DATA;
CREATE UNIQUE INDEX course_report_key ON course_report (course_id, learners);
