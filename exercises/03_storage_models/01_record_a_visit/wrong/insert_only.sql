-- says: could not run
INSERT INTO lesson_progress (user_id, course_id, lesson_id, time_spent_seconds)
SELECT id, (SELECT id FROM courses ORDER BY title LIMIT 1), 'joins', 60 FROM users;
INSERT INTO lesson_progress (user_id, course_id, lesson_id, time_spent_seconds)
SELECT u.id, c.id, 'joins', 60 FROM users AS u CROSS JOIN courses AS c
