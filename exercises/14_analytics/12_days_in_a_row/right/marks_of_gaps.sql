-- lag marks where a run begins, and a running sum of the marks numbers the runs.
SELECT user_id, max(n) FROM (
  SELECT user_id, run, count(*) AS n FROM (
    SELECT user_id, sum(begins) OVER (PARTITION BY user_id ORDER BY day) AS run FROM (
      SELECT user_id, day, CASE WHEN day - lag(day) OVER (PARTITION BY user_id ORDER BY day) = 1 THEN 0 ELSE 1 END AS begins
      FROM (SELECT user_id, date_trunc('day', completed_at AT TIME ZONE 'UTC')::date AS day FROM lesson_progress
            WHERE completed_at IS NOT NULL GROUP BY 1, 2) AS days
    ) AS marked
  ) AS numbered GROUP BY user_id, run
) AS lengths GROUP BY user_id
