-- one statement for all pairs of a user and a course
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, completed_at)
SELECT u.id, c.id, 'joins', true, now() FROM users AS u CROSS JOIN courses AS c
-- TODO: and those who have a row
