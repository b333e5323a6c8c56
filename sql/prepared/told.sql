-- told: what EXPLAIN says of a query, line by line
CREATE FUNCTION told(query TEXT, options TEXT DEFAULT 'COSTS') RETURNS SETOF TEXT LANGUAGE plpgsql AS $$
BEGIN
  RETURN QUERY EXECUTE format('EXPLAIN (%s) %s', options, query);
END $$;
