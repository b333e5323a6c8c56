-- open_databases: the databases that every role may enter
SELECT datname FROM pg_catalog.pg_database
WHERE datallowconn AND pg_catalog.has_database_privilege('public', oid, 'CONNECT')
ORDER BY datname
