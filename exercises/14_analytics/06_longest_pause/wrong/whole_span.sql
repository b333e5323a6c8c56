-- From the first lesson to the last is the sum of all pauses, not the longest of them.
-- says: missing rows
SELECT user_id, round(extract(epoch FROM max(first_started_at) - min(first_started_at)) / 86400, 2)
FROM lesson_progress GROUP BY user_id HAVING count(*) > 1
