-- The question asks for 90, whatever passes the course: passing_score is another mark.
-- says: extra rows
SELECT u.name, c.title, p.lesson_id, p.score
FROM lesson_progress p JOIN users u ON u.id=p.user_id JOIN courses c ON c.id=p.course_id
WHERE p.score>=c.passing_score
