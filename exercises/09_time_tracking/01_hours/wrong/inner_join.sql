-- Who has never opened a lesson is gone: an inner join drops what has no partner.
-- says: missing rows
SELECT u.id, round(sum(time_spent_seconds) / 3600.0, 2) AS hours
FROM users AS u JOIN lesson_progress ON user_id = u.id GROUP BY u.id
