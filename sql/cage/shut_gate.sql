-- shut_gate: whoever holds this lets everybody read, and nobody write
DO $$
DECLARE
  held RECORD;
BEGIN
  FOR held IN
    SELECT oid::pg_catalog.regclass AS name
    FROM pg_catalog.pg_class
    WHERE relnamespace OPERATOR(pg_catalog.=) pg_catalog.to_regnamespace('public') AND relkind IN ('r', 'p')
    ORDER BY oid
  LOOP
    EXECUTE pg_catalog.format('LOCK TABLE %s IN SHARE MODE', held.name);
  END LOOP;
END
$$
