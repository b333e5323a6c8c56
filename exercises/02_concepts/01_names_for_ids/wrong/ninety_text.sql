-- As a text 9 begins like 90. A score is a number: compare it as one.
-- says: extra rows
SELECT u.name, c.title, p.lesson_id, p.score FROM lesson_progress p JOIN users u ON u.id = p.user_id JOIN courses c ON c.id = p.course_id WHERE p.score::text LIKE '9%' OR p.score = 100
