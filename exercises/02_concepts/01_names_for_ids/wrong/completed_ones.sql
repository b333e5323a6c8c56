-- A lesson with a good score need not be completed. The question asks for the score alone.
-- says: missing rows
SELECT u.name, c.title, p.lesson_id, p.score FROM lesson_progress AS p
JOIN users AS u ON u.id = p.user_id JOIN courses AS c ON c.id = p.course_id WHERE p.score >= 90 AND p.completed
