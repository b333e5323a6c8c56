-- Each foreign key is followed to the table that it looks into. A row of progress has one learner and one course, so it stays one row.
SELECT u.name, c.title, p.lesson_id, p.score
FROM lesson_progress AS p
JOIN users AS u ON u.id = p.user_id
JOIN courses AS c ON c.id = p.course_id
WHERE p.score >= 90
