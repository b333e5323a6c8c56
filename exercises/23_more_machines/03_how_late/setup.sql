CREATE TABLE standby (name TEXT, flushed pg_lsn, replayed pg_lsn, sync_state TEXT);
INSERT INTO standby VALUES ('berlin', '0/5A000000', '0/59000000', 'sync'), ('paris', '0/58000000', '0/58000000', 'async');
CREATE TABLE slot (name TEXT, active BOOLEAN, restart pg_lsn);
INSERT INTO slot VALUES ('berlin', true, '0/5A000000'), ('lisbon', false, '0/1A000000'), ('paris', true, '0/58000000');
CREATE FUNCTION mb(first pg_lsn, past pg_lsn DEFAULT '0/5A000000') RETURNS BIGINT LANGUAGE sql AS $$ SELECT ((past - first) / 1048576)::bigint $$;
