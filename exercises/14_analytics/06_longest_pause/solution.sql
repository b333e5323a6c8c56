-- lag looks at the lesson before, in the learner's own window; the first one has none, and max leaves that NULL out. Who has begun one
-- lesson only has no pause at all, and HAVING leaves them out.
SELECT user_id, round(max(extract(epoch FROM pause)) / 86400, 2) AS longest_days
FROM (
  SELECT user_id, first_started_at - lag(first_started_at) OVER (PARTITION BY user_id ORDER BY first_started_at) AS pause
  FROM lesson_progress
) AS paused
GROUP BY user_id
HAVING max(pause) IS NOT NULL;
