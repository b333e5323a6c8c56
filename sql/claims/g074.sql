--@ do: a table with NOT NULL alone
CREATE TEMP TABLE scratch (lesson_id TEXT, completed BOOLEAN NOT NULL);
--@ sqlstate insert_without_the_default: a row that leaves completed out
INSERT INTO scratch (lesson_id) VALUES ('light');
--@ sqlstate insert_with_the_default: the same row, where completed defaults to false
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:mina, :photo, 'light');
