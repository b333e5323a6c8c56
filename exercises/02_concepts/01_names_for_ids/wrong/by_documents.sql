-- A join with course_progress on the course alone repeats each row once for each document of the course.
-- says: more than 20,000 rows
SELECT u.name, c.title, p.lesson_id, p.score FROM lesson_progress AS p
JOIN course_progress AS d ON d.course_id = p.course_id
JOIN users AS u ON u.id = p.user_id JOIN courses AS c ON c.id = p.course_id WHERE p.score >= 90
