-- count(DISTINCT lesson_id) counts names: the introductions of two courses have become one.
-- says: missing rows
SELECT user_id, count(DISTINCT lesson_id), round(sum(time_spent_seconds) / 3600.0, 2) AS hours
FROM lesson_progress GROUP BY user_id
ORDER BY sum(time_spent_seconds) DESC, user_id
