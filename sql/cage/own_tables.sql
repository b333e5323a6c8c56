-- own_tables: everything in schema public belongs to the author, whom a run's role is a member of
DO $$
DECLARE
  author TEXT := current_setting('cage.author');
  thing RECORD;
BEGIN
  EXECUTE format('GRANT CREATE, USAGE ON SCHEMA public TO %I', author);
  FOR thing IN
    SELECT format('ALTER TABLE %s OWNER TO %I', oid::regclass, author) AS statement
    FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm')
    UNION ALL
    SELECT format('ALTER FUNCTION %s OWNER TO %I', oid::regprocedure, author)
    FROM pg_proc WHERE pronamespace = 'public'::regnamespace
  LOOP
    EXECUTE thing.statement;
  END LOOP;
END
$$
