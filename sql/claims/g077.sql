--@ do: a table of a thousand rows
CREATE TABLE first_1000 AS SELECT * FROM lesson_progress LIMIT 1000;
ALTER TABLE first_1000 ADD PRIMARY KEY (id);
ANALYZE first_1000;
--@ pages pages_of_few_with: one row of a thousand, by the index
SELECT * FROM first_1000 WHERE id = :nobody;
--@ pages pages_of_many_with: one row of a million, by the index
SELECT * FROM lesson_progress WHERE id = :nobody;
--@ do: no index may be used
SET LOCAL enable_indexscan = off; SET LOCAL enable_indexonlyscan = off; SET LOCAL enable_bitmapscan = off;
--@ pages pages_of_few_without: one row of a thousand, without
SELECT * FROM first_1000 WHERE id = :nobody;
--@ pages pages_of_many_without: one row of a million, without
SELECT * FROM lesson_progress WHERE id = :nobody;
