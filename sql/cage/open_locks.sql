-- open_locks: in a database that is an answer's alone advisory locks hurt nobody
DO $$
DECLARE
  thing RECORD;
BEGIN
  FOR thing IN
    SELECT oid::regprocedure AS name
    FROM pg_proc
    WHERE pronamespace = 'pg_catalog'::regnamespace AND proname ~ '^pg_(try_)?advisory_'
  LOOP
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO PUBLIC', thing.name);
  END LOOP;
END
$$
