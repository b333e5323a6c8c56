-- The lessons are in the order in which their rows were written. The pause is from one beginning to the next: the order is that of first_started_at.
-- says: missing rows
-- says: extra rows
SELECT user_id, round(max(extract(epoch FROM p)) / 86400, 2) AS longest_days FROM (SELECT user_id, first_started_at - lag(first_started_at) OVER (PARTITION BY user_id ORDER BY created_at) AS p FROM lesson_progress) x GROUP BY user_id HAVING max(p) IS NOT NULL
