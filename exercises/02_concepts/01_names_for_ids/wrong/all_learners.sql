-- Nothing ties the learner to the row: each row stands beside every learner there is.
-- says: more than 20,000 rows
SELECT u.name, c.title, p.lesson_id, p.score FROM lesson_progress AS p
CROSS JOIN users AS u JOIN courses AS c ON c.id = p.course_id WHERE p.score >= 90
