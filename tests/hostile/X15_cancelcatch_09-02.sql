-- A loop that swallows every cancel (query_canceled caught, time limits set to none), in each session, while it holds a lock on the table
DO $$ DECLARE s text; BEGIN FOREACH s IN ARRAY ARRAY['statement_timeout', 'transaction_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout'] LOOP
  BEGIN PERFORM set_config(s, '0', false); EXCEPTION WHEN OTHERS THEN NULL; END; END LOOP; END $$;
BEGIN;
LOCK TABLE lesson_progress IN SHARE MODE;
DO $$ BEGIN LOOP
  BEGIN PERFORM pg_sleep(1000); EXCEPTION WHEN query_canceled THEN RAISE NOTICE 'cancelled, and on'; WHEN OTHERS THEN NULL; END;
END LOOP; END $$;
