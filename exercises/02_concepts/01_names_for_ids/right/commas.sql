-- The old way to write a join: all tables behind FROM, all conditions behind WHERE.
SELECT name, title, lesson_id, score
FROM users, courses, lesson_progress AS p
WHERE users.id = p.user_id AND courses.id = p.course_id AND p.score >= 90
