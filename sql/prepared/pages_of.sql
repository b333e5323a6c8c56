-- pages_of: how many pages a query reads
CREATE FUNCTION pages_of(query TEXT) RETURNS NUMERIC LANGUAGE plpgsql AS $$
DECLARE
  plan JSONB;
BEGIN
  EXECUTE 'EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ' || query INTO plan;
  plan := plan -> 0 -> 'Plan';
  RETURN (plan ->> 'Shared Hit Blocks')::NUMERIC + (plan ->> 'Shared Read Blocks')::NUMERIC;
END $$;
