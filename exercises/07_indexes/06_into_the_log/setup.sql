CREATE TABLE visit (
  id BIGINT PRIMARY KEY, lesson_id TEXT NOT NULL, score INTEGER, note TEXT
) WITH (fillfactor = 20, autovacuum_enabled = off);
CREATE INDEX visit_by_lesson ON visit (lesson_id);
CREATE INDEX visit_passed ON visit (score) WHERE score >= 70;
INSERT INTO visit SELECT n, 'lesson-' || n % 7, 40 + n % 2 * 40 FROM generate_series(1, 400) AS n;
CREATE FUNCTION log_entries(statement TEXT) RETURNS INTEGER LANGUAGE plpgsql AS $$
DECLARE
  plan json;
BEGIN
  EXECUTE 'EXPLAIN (ANALYZE, WAL, FORMAT JSON) ' || statement INTO plan;
  RAISE EXCEPTION 'take it back';
EXCEPTION WHEN raise_exception THEN
  RETURN (plan -> 0 -> 'Plan' ->> 'WAL Records')::INTEGER / 200;
END $$;
