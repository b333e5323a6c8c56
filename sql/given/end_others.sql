-- end_others: end the other sessions of this role in this database: pages and terminals of the same person
SELECT pg_catalog.pg_terminate_backend(pid)
FROM pg_catalog.pg_stat_activity
WHERE datname = pg_catalog.current_database() AND usename = current_user
      AND pid <> pg_catalog.pg_backend_pid() AND backend_type = 'client backend'
