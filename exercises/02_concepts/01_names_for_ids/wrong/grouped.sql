-- GROUP BY folds two learners of one name into one. Nothing is to be summed up here: no group is needed.
-- says: missing rows
SELECT u.name, c.title, p.lesson_id, max(p.score) FROM lesson_progress AS p
JOIN users AS u ON u.id = p.user_id JOIN courses AS c ON c.id = p.course_id WHERE p.score >= 90 GROUP BY u.name, c.title, p.lesson_id
