-- waits_for: whether a session waits for a lock that one of the others holds
SELECT pg_catalog.pg_blocking_pids(%(pid)s) OPERATOR(pg_catalog.&&) CAST(%(others)s AS pg_catalog.int4[])
