-- Looking ahead is as good as looking back, and the rows without a pause can go before the groups are made.
WITH begun AS (
  SELECT user_id, first_started_at AS at, lead(first_started_at) OVER (PARTITION BY user_id ORDER BY first_started_at) AS next_at
  FROM lesson_progress
)
SELECT user_id, round((extract(epoch FROM max(next_at - at)) / 86400)::numeric, 2)
FROM begun WHERE next_at IS NOT NULL GROUP BY user_id
