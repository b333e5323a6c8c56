-- A bigint divided by an integer drops what is over: up to an hour for each learner. A cast afterwards comes too late.
-- says: off by rounding
SELECT u.id, coalesce(sum(time_spent_seconds), 0) / 3600 AS hours
FROM users AS u LEFT JOIN lesson_progress ON user_id = u.id GROUP BY u.id
