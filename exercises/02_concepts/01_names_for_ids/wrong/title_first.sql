-- The first two columns stand in another order: the name first, then the title.
-- says: missing rows
-- says: extra rows
SELECT c.title, u.name, p.lesson_id, p.score FROM lesson_progress AS p
JOIN users AS u ON u.id = p.user_id JOIN courses AS c ON c.id = p.course_id WHERE p.score >= 90
