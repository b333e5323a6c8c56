-- course_progress stands between, and who has no row there is lost. lesson_progress names the course itself.
-- says: missing rows
SELECT u.name, c.title, p.lesson_id, p.score
FROM lesson_progress AS p
JOIN course_progress AS d ON d.user_id = p.user_id AND d.course_id = p.course_id
JOIN users AS u ON u.id = d.user_id
JOIN courses AS c ON c.id = d.course_id
WHERE p.score >= 90
