-- grant_rows: a reader may read the tables of schema public, a writer may also change their rows
DO $$
DECLARE
  reader TEXT := current_setting('cage.reader');
  writer TEXT := current_setting('cage.writer');
BEGIN
  EXECUTE format('GRANT SELECT ON ALL TABLES IN SCHEMA public TO %I, %I', reader, writer);
  EXECUTE format('GRANT INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO %I', writer);
END
$$
