--@ sqlstate label_as_uuid: a label where a uuid belongs
SELECT count(*) FROM lesson_progress WHERE user_id = 'user-1';
--@ sqlstate column_line_alone: a line out of a CREATE TABLE
lesson_id VARCHAR(255) NOT NULL;
--@ sqlstate real_uuid: the same question about a real id
SELECT count(*) FROM lesson_progress WHERE user_id = :mina;
