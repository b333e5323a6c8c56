-- Without lag: the lessons are numbered, and each is joined to the one before.
WITH numbered AS (
  SELECT user_id, first_started_at AS at, row_number() OVER (PARTITION BY user_id ORDER BY first_started_at, id) AS n
  FROM lesson_progress
)
SELECT b.user_id, round(max(extract(epoch FROM b.at - a.at)) / 86400.0, 2)
FROM numbered AS a JOIN numbered AS b ON b.user_id = a.user_id AND b.n = a.n + 1
GROUP BY b.user_id
