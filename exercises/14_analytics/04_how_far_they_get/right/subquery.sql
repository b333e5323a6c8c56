-- For each step a question of its own.
SELECT c.id, step, (
  SELECT count(*) FROM (
    SELECT FROM lesson_progress AS lp WHERE lp.course_id = c.id AND lp.completed GROUP BY lp.user_id HAVING count(*) >= step
  ) AS reached
)
FROM courses AS c, generate_series(1, lesson_count) AS step
