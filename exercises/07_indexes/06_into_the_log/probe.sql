--@ value a: rows that the partial index does not take
SELECT log_entries($$ INSERT INTO visit SELECT n, 'joins', 40 FROM generate_series(1001, 1200) AS n $$);

--@ value b: rows that all indexes take
SELECT log_entries($$ INSERT INTO visit SELECT n, 'joins', 80 FROM generate_series(1001, 1200) AS n $$);

--@ value c: a column that no index knows
SELECT log_entries($$ UPDATE visit SET note = 'again' WHERE score = 80 $$);

--@ value d: a column that one index knows
SELECT log_entries($$ UPDATE visit SET score = 90 WHERE score = 80 $$);

--@ value e: the same column, of rows that this index leaves out
SELECT log_entries($$ UPDATE visit SET score = 50 WHERE score = 40 $$);

--@ value f: the value that is there
SELECT log_entries($$ UPDATE visit SET score = score WHERE score = 80 $$);

--@ value g: rows that go
SELECT log_entries($$ DELETE FROM visit WHERE score = 80 $$);
