-- log_since_checkpoint: the bytes of log that a server would have to do over if it ended now
SELECT pg_catalog.pg_wal_lsn_diff(pg_catalog.pg_current_wal_lsn(), redo_lsn) FROM pg_catalog.pg_control_checkpoint()
