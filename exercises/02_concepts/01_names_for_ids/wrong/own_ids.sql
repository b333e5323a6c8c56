-- The id of a row of progress is its own, and no learner's. The foreign key is user_id.
-- says: missing rows
SELECT u.name, c.title, p.lesson_id, p.score FROM lesson_progress AS p
JOIN users AS u ON u.id = p.id JOIN courses AS c ON c.id = p.course_id WHERE p.score >= 90
