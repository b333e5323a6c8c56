--@ apart: VACUUM cannot stand in a transaction
--@ do: a table that nobody cleans in between
CREATE TABLE worn (LIKE lesson_progress INCLUDING DEFAULTS) WITH (autovacuum_enabled = off);
INSERT INTO worn SELECT * FROM lesson_progress LIMIT 100000;
CREATE INDEX worn_user_id ON worn (user_id);
CREATE INDEX worn_completed_at ON worn (completed_at) WHERE completed_at IS NOT NULL;
VACUUM ANALYZE worn;
CREATE TABLE measured AS
SELECT 'new' AS stage, pg_relation_size('worn_user_id') AS of_user, pg_relation_size('worn_completed_at') AS of_time;
--@ do: one row in ten is completed or made incomplete, twice
UPDATE worn SET completed = NOT completed, completed_at = CASE WHEN completed THEN NULL ELSE now() END
WHERE mod(hashtext(id::text), 10) = 0;
UPDATE worn SET completed = NOT completed, completed_at = CASE WHEN completed THEN NULL ELSE now() END
WHERE mod(hashtext(id::text), 10) = 0;
INSERT INTO measured SELECT 'worn', pg_relation_size('worn_user_id'), pg_relation_size('worn_completed_at');
--@ value user_index_grew: times its size
SELECT round(pg_relation_size('worn_user_id')::numeric / of_user, 1) FROM measured WHERE stage = 'new';
--@ value completed_at_index_grew: times its size, too
SELECT round(pg_relation_size('worn_completed_at')::numeric / of_time, 1) FROM measured WHERE stage = 'new';
--@ do: a count by the index, and how often it had to look into the table, to ten thousands
SET enable_seqscan = off;
CREATE FUNCTION heap_fetches() RETURNS NUMERIC AS $$
DECLARE plan JSON;
BEGIN
  EXECUTE 'EXPLAIN (ANALYZE, FORMAT JSON) SELECT count(*) FROM worn WHERE user_id IS NOT NULL' INTO plan;
  RETURN round((plan -> 0 -> 'Plan' -> 'Plans' -> 0 ->> 'Heap Fetches')::numeric, -4);
END $$ LANGUAGE plpgsql;
--@ value heap_fetches_before: before VACUUM
SELECT heap_fetches();
--@ do: clean up
VACUUM worn;
--@ value shrunk_by_vacuum: whether a size is another now
SELECT (of_user, of_time) <> (pg_relation_size('worn_user_id'), pg_relation_size('worn_completed_at'))
FROM measured WHERE stage = 'worn';
--@ value heap_fetches_after: after VACUUM
SELECT heap_fetches();
