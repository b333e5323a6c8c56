-- let_read: the role of notebooks, where there is one, may read the reader's own record and not write it
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'lessonlab') THEN
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO lessonlab', current_database());
    GRANT USAGE ON SCHEMA public, lessonlab_record TO lessonlab;
    GRANT SELECT ON ALL TABLES IN SCHEMA public, lessonlab_record TO lessonlab;
  END IF;
END
$$
