-- First the figures of each learner in each course, then the conditions on them.
SELECT user_id, course_id, round(average, 1) AS average
FROM (
  SELECT user_id, course_id, sum(completed::int) AS done, avg(score) AS average
  FROM lesson_progress GROUP BY user_id, course_id
) AS p JOIN courses AS c ON c.id = p.course_id
WHERE done >= lesson_count AND (average IS NULL OR average >= passing_score)
