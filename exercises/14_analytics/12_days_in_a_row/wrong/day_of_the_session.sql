-- `completed_at::date` is the day where the session is. This one is in New York, whose day begins four or five hours after that of UTC.
-- says: missing rows
-- says: extra rows
SELECT user_id, max(n) AS days
FROM (SELECT user_id, count(*) AS n
      FROM (SELECT user_id, day, day - row_number() OVER (PARTITION BY user_id ORDER BY day)::int AS run
            FROM (SELECT DISTINCT user_id, completed_at::date AS day FROM lesson_progress WHERE completed) AS days) AS numbered
      GROUP BY user_id, run) AS runs
GROUP BY user_id
