--@ do told: what the server tells of a query that it runs, line by line
CREATE VIEW hers AS SELECT * FROM lesson_progress WHERE user_id = :mina AND course_id = :databases;
--@ value rows_found: her rows in the course
SELECT count(*) FROM hers;
--@ value three_times_as_many_as_expected: whether they are that many
SELECT (SELECT count(*) FROM hers) >= 3 * substring(min(line) FROM 'rows=(\d+)')::INTEGER
FROM told('SELECT * FROM hers') AS line WHERE line LIKE '%rows=%';
--@ value buffers_unasked: whether the plan has a line of buffers
SELECT bool_or(line LIKE '%Buffers:%') FROM told('SELECT * FROM hers', 'ANALYZE') AS line;
--@ value index_searches: whether it has one of index searches
SELECT bool_or(line LIKE '%Index Searches:%') FROM told('SELECT * FROM hers', 'ANALYZE') AS line;
