-- A row without a score has no high score either: NULL is not 100.
-- says: extra rows
SELECT u.name, c.title, p.lesson_id, p.score FROM lesson_progress AS p
JOIN users AS u ON u.id = p.user_id JOIN courses AS c ON c.id = p.course_id WHERE coalesce(p.score, 100) >= 90
