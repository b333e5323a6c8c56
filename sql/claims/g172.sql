--@ apart: an index answers alone only where no page of the table was changed since VACUUM
--@ do pages_of: her lessons
CREATE VIEW hers AS SELECT * FROM lesson_progress WHERE user_id = :mina;
CREATE VIEW hers_in_three AS SELECT lesson_id, completed, score FROM lesson_progress WHERE user_id = :mina;
--@ value same_pages: whether three columns are read from as many pages as all
SELECT pages_of('SELECT * FROM hers') = pages_of('SELECT * FROM hers_in_three');
--@ do told: an index that carries the three columns along
CREATE INDEX lesson_progress_user_list ON lesson_progress (user_id) INCLUDE (lesson_id, completed, score);
--@ pages pages_of_a_covering_index: what the three columns take now
SELECT * FROM hers_in_three;
--@ value rows_looked_up_in_the_table: rows for which the index was not enough
SELECT substring(line FROM 'Heap Fetches: (\d+)')::INTEGER FROM told('SELECT * FROM hers_in_three', 'ANALYZE') AS line
WHERE line LIKE '%Heap Fetches%';
--@ value megabytes_of_the_index: what it takes
SELECT round(pg_relation_size('lesson_progress_user_list') / 1e6);
