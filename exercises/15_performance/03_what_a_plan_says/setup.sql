CREATE TABLE list (n INTEGER);
INSERT INTO list SELECT n FROM generate_series(1, 2260) AS n;
ANALYZE list;
CREATE FUNCTION planned(query TEXT, VARIADIC path TEXT[]) RETURNS NUMERIC LANGUAGE plpgsql AS $$
DECLARE plan JSON;
BEGIN
  EXECUTE 'EXPLAIN (ANALYZE, FORMAT JSON) ' || query INTO plan;
  RETURN plan -> 0 -> 'Plan' #>> path;
END $$;
