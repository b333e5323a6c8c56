-- 3600.0 keeps the decimals. A row is one lesson of one course of one user, so rows are counted and not names. The user_id makes the
-- order a total one: without it, equal times may come in any order, and a second page may repeat somebody.
SELECT user_id, count(*) AS lessons, round(sum(time_spent_seconds) / 3600.0, 2) AS hours
FROM lesson_progress
GROUP BY user_id
ORDER BY sum(time_spent_seconds) DESC, user_id;
