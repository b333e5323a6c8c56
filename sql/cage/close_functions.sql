-- close_functions: what a session could hurt others with, or get out of its cage by, is for superusers only
DO $$
DECLARE
  thing RECORD;
BEGIN
  FOR thing IN
    SELECT oid::regprocedure AS name
    FROM pg_proc
    WHERE pronamespace = 'pg_catalog'::regnamespace
      AND (proname ~ '^(pg_advisory|pg_try_advisory|pg_sleep|lo_|pg_terminate|pg_cancel)'
           OR proname IN ('pg_notify', 'set_config', 'ts_stat', 'loread', 'lowrite', 'pg_logical_emit_message')
           OR proname ~ '_to_xml')
      AND prokind IN ('f', 'p')
  LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', thing.name);
  END LOOP;
END
$$
