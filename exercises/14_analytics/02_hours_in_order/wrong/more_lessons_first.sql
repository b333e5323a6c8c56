-- Users of equal time are in the order of user_id. Here the number of their lessons comes before it.
-- says: order differs
SELECT user_id, count(*) AS lessons, round(sum(time_spent_seconds) / 3600.0, 2) AS hours
FROM lesson_progress
GROUP BY user_id
ORDER BY sum(time_spent_seconds) DESC, lessons DESC, user_id;
