--@ do: two readers of one lesson, forgotten when they leave
CREATE TABLE readers (id INT PRIMARY KEY);
INSERT INTO readers VALUES (1), (2);
CREATE TABLE readings (
  reader_id INT REFERENCES readers ON DELETE SET NULL, lesson_id TEXT, UNIQUE (reader_id, lesson_id)
);
INSERT INTO readings VALUES (1, 'joins'), (2, 'joins');
--@ sqlstate nullable_column: both leave
DELETE FROM readers WHERE id = 1;
DELETE FROM readers WHERE id = 2;
--@ value rows_kept: what is left of them
DELETE FROM readers;
SELECT count(*) FROM readings WHERE reader_id IS NULL;
--@ sqlstate not_null_column: one leaves a column that may not be NULL
ALTER TABLE readings ALTER reader_id SET NOT NULL;
DELETE FROM readers WHERE id = 1;
--@ do: NULLs are taken for equal
ALTER TABLE readings ADD UNIQUE NULLS NOT DISTINCT (reader_id, lesson_id);
DELETE FROM readers WHERE id = 1;
--@ sqlstate second_delete_if_nulls_are_not_distinct: the second leaves
DELETE FROM readers WHERE id = 2;
