-- The n-th lesson that a learner completes reaches step n: number them, and count the numbers.
WITH reached AS (
  SELECT course_id, row_number() OVER (PARTITION BY course_id, user_id ORDER BY lesson_id) AS n FROM lesson_progress WHERE completed
), counted AS (
  SELECT course_id, n, count(*) AS learners FROM reached GROUP BY course_id, n
)
SELECT c.id AS course_id, s.n AS step, coalesce(counted.learners, 0)
FROM courses AS c CROSS JOIN LATERAL generate_series(1, c.lesson_count) AS s (n)
LEFT JOIN counted ON counted.course_id = c.id AND counted.n = s.n
