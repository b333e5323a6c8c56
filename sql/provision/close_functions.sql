-- close_functions: by these one role can stop all others; they are for superusers alone
-- pg_sleep stays: a loop waits as well, and the watch ends both.  NOTIFY itself cannot be taken away.
DO $$
DECLARE
  thing RECORD;
BEGIN
  FOR thing IN
    SELECT oid::regprocedure AS name
    FROM pg_catalog.pg_proc
    WHERE pronamespace = 'pg_catalog'::regnamespace AND prokind IN ('f', 'p')
      AND (proname ~ '^(pg_advisory|pg_try_advisory|lo_)'
           OR proname IN ('loread', 'lowrite', 'pg_notify', 'pg_logical_emit_message', 'pg_export_snapshot'))
  LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', thing.name);
  END LOOP;
END
$$
