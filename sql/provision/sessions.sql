-- sessions: what the sessions of these roles do now, in seconds and locks
-- Functions alone, no view: a view asks for a lock on tables that all databases share, and there may be none left.
SELECT a.pid, a.usesysid AS role,
       CASE WHEN a.state IN ('active', 'fastpath function call')
            THEN EXTRACT(epoch FROM clock_timestamp() - a.query_start)::FLOAT ELSE 0 END AS statement,
       CASE WHEN a.state LIKE 'idle in transaction%%'
            THEN EXTRACT(epoch FROM clock_timestamp() - a.state_change)::FLOAT ELSE 0 END AS idle,
       coalesce(EXTRACT(epoch FROM clock_timestamp() - a.xact_start)::FLOAT, 0) AS transaction,
       coalesce(l.held, 0) AS locks, coalesce(l.advisory, 0) AS advisory
FROM pg_catalog.pg_stat_get_activity(NULL) AS a
LEFT JOIN (
  SELECT pid, count(*) AS held, count(*) FILTER (WHERE locktype = 'advisory') AS advisory
  FROM pg_catalog.pg_lock_status() GROUP BY pid
) AS l ON l.pid = a.pid
WHERE a.usesysid = ANY (%(roles)s) AND a.backend_type = 'client backend'
