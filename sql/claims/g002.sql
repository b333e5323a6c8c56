--@ do: a schema in which nothing was made yet
CREATE SCHEMA g002_blank;
SET LOCAL search_path = g002_blank;
--@ sqlstate insert_before_the_tables_exist: its first INSERT
INSERT INTO lesson_progress (lesson_id) VALUES ('lesson-1');
