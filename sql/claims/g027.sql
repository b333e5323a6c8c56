--@ sqlstate id_made_here: an id that no server has made
INSERT INTO users (id, email, name)
VALUES ('0f9a3c52-7d1e-4b6a-9c08-2e5d4f617a83', 'offline@example.org', 'Nobody');
--@ do: the same in a row of progress
INSERT INTO lesson_progress (id, user_id, course_id, lesson_id)
VALUES ('0f9a3c52-7d1e-4b6a-9c08-2e5d4f617a83', :mina, :photo, 'read-on-a-train');
--@ value id_kept: the row has it
SELECT id = '0f9a3c52-7d1e-4b6a-9c08-2e5d4f617a83' FROM lesson_progress
WHERE user_id = :mina AND course_id = :photo;
