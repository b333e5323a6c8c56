--@ value a: the cost of a scan
SELECT planned('SELECT * FROM list', 'Total Cost');

--@ value b: the cost with two conditions
SELECT planned('SELECT * FROM list WHERE n > 10 AND n < 21', 'Total Cost');

--@ value c: rows removed by filter
SELECT planned('SELECT * FROM list WHERE n > 10 AND n < 21', 'Rows Removed by Filter');

--@ value d: rows that the scan gives to OFFSET and LIMIT
SELECT planned('SELECT * FROM list OFFSET 1000 LIMIT 10', 'Plans', '0', 'Actual Rows');

--@ do: an index
CREATE INDEX ON list (n);

--@ value e: rows that the scan gives to the page after the last row
SELECT planned('SELECT * FROM list WHERE n > 1000 ORDER BY n LIMIT 10', 'Plans', '0', 'Actual Rows');
