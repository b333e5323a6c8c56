--@ do: the default alone, as printed
CREATE TABLE only_default (lesson_id TEXT, completed BOOLEAN DEFAULT false);
INSERT INTO only_default VALUES ('tables', true), ('joins', DEFAULT);
--@ sqlstate null_if_only_default: an explicit NULL
INSERT INTO only_default VALUES ('indexes', NULL);
--@ value rows_in_neither: rows that = true and = false both miss
INSERT INTO only_default VALUES ('indexes', NULL);
SELECT count(*) - count(*) FILTER (WHERE completed = true) - count(*) FILTER (WHERE completed = false)
FROM only_default;
--@ do: NOT NULL alone
CREATE TABLE only_not_null (lesson_id TEXT, completed BOOLEAN NOT NULL);
--@ sqlstate insert_if_only_not_null: the column left out
INSERT INTO only_not_null (lesson_id) VALUES ('joins');
--@ sqlstate insert_with_both: the course's table, and the column left out
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:mina, :photo, 'exposure');
--@ sqlstate null_with_both: the course's table, and an explicit NULL
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed)
VALUES (:mina, :photo, 'exposure', NULL);
