-- What a primary says of its log, in bytes: how far it has written, who follows, and from where its slots keep it.
SELECT pg_current_wal_lsn() - '0/0' AS written,
       (SELECT string_agg(concat_ws(', ', state, sync_state), ' and ') FROM pg_stat_replication) AS followers,
       ARRAY(SELECT slot_name::text FROM pg_replication_slots WHERE restart_lsn IS NOT NULL ORDER BY slot_name) AS slots,
       ARRAY(SELECT (restart_lsn - '0/0')::float FROM pg_replication_slots
             WHERE restart_lsn IS NOT NULL ORDER BY slot_name) AS kept_from,
       ARRAY(SELECT active FROM pg_replication_slots WHERE restart_lsn IS NOT NULL ORDER BY slot_name) AS used
