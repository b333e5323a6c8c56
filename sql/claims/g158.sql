--@ do: the script's user
INSERT INTO users (id, email, name) VALUES (:nobody, 'test@example.com', 'Test');
--@ sqlstate missing_course: a lesson in a course that nobody made
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:nobody, :nobody, 'lesson-1');
--@ value rows_before: in a course that is there
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:nobody, :databases, 'lesson-1');
SELECT count(*) FROM lesson_progress WHERE user_id = :nobody;
--@ value rows_after: once the user is deleted
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:nobody, :databases, 'lesson-1');
DELETE FROM users WHERE id = :nobody;
SELECT count(*) FROM lesson_progress WHERE user_id = :nobody;
