-- Rows with a lower score are in it, or with none: which scores do you want?
-- says: extra rows
SELECT u.name, c.title, p.lesson_id, p.score FROM lesson_progress AS p
JOIN users AS u ON u.id = p.user_id JOIN courses AS c ON c.id = p.course_id
