-- Nothing ties the course to the row: each row stands beside every course there is.
-- says: extra rows
SELECT u.name, c.title, p.lesson_id, p.score FROM lesson_progress AS p
JOIN users AS u ON u.id = p.user_id CROSS JOIN courses AS c WHERE p.score >= 90
