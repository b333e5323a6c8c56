-- A subquery for each course; its WHERE throws away rows, and no course.
SELECT c.title, f.scores, f.average, f.failed
FROM courses AS c CROSS JOIN LATERAL (
  SELECT count(*) AS scores, round(avg(score), 1) AS average, coalesce(sum((score < c.passing_score)::int), 0) AS failed
  FROM lesson_progress WHERE course_id = c.id AND score IS NOT NULL
) AS f
