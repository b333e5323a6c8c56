--@ value rows_before: her rows
SELECT count(*) FROM lesson_progress WHERE user_id = :mina;
--@ value rows_after: her rows, once she is deleted
DELETE FROM users WHERE id = :mina;
SELECT count(*) FROM lesson_progress WHERE user_id = :mina;
--@ true: a course takes everybody's rows
DELETE FROM courses WHERE id = :databases;
SELECT (SELECT count(*) FROM lesson_progress WHERE course_id = :databases) = 0 AND (SELECT count(*) FROM users) > 0;
--@ sqlstate truncate: TRUNCATE users
TRUNCATE users;
--@ sqlstate change_of_the_key: another key for her
UPDATE users SET id = gen_random_uuid() WHERE id = :mina;
