--@ do: two thousand heartbeats on pages with room, with and without the index
CREATE FUNCTION heartbeats(made TEXT, OUT hot NUMERIC, OUT records NUMERIC) LANGUAGE plpgsql AS $$
DECLARE
  plan JSONB;
BEGIN
  CREATE TABLE beats (LIKE lesson_progress INCLUDING ALL);
  ALTER TABLE beats SET (fillfactor = 45, autovacuum_enabled = false);
  EXECUTE made;
  INSERT INTO beats SELECT * FROM lesson_progress ORDER BY user_id, course_id, lesson_id LIMIT 2000;
  EXECUTE 'EXPLAIN (ANALYZE, WAL, FORMAT JSON) UPDATE beats SET last_accessed_at = now()' INTO plan;
  records := plan -> 0 -> 'Plan' ->> 'WAL Records';
  hot := pg_stat_get_xact_tuples_hot_updated('beats'::regclass) / 20.0;
  DROP TABLE beats;
END $$;
--@ value hot_without_the_index: heartbeats in per cent that touch no index
SELECT round(hot) FROM heartbeats('SELECT 1');
--@ value hot_with_it: the same, with the index
SELECT round(hot) FROM heartbeats('CREATE INDEX ON beats (last_accessed_at)');
--@ value times_the_log_records: what the index adds to the server's log
SELECT floor(dear.records / cheap.records)
FROM heartbeats('CREATE INDEX ON beats (last_accessed_at)') AS dear, heartbeats('SELECT 1') AS cheap;
