--@ do told: 100,000 rows, one of them hers, and no index
CREATE TABLE no_index AS
(SELECT * FROM lesson_progress WHERE user_id = :mina AND course_id = :databases AND lesson_id = 'introduction')
UNION ALL
(SELECT * FROM lesson_progress WHERE user_id <> :mina LIMIT 99999);
ANALYZE no_index;
CREATE VIEW hers AS SELECT * FROM no_index WHERE user_id = :mina AND course_id = :databases;
--@ value rows_removed: rows that were read and thrown away
SELECT substring(line FROM 'Rows Removed by Filter: (\d+)')::INTEGER FROM told('SELECT * FROM hers', 'ANALYZE') AS line
WHERE line LIKE '%Rows Removed by Filter%';
--@ pages pages_read: what it reads for one row
SELECT * FROM hers;
--@ value pages_that_its_cost_allows: the printed cost without that of the rows
SELECT round(1834.00 - 100000 * (current_setting('cpu_tuple_cost')::NUMERIC + 2 * current_setting('cpu_operator_cost')::NUMERIC))
FROM no_index LIMIT 1;
--@ do: the guide's index
CREATE INDEX found_at_once ON no_index (user_id, course_id);
--@ pages pages_with_an_index: what it reads now
SELECT * FROM hers;
