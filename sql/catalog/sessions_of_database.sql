-- sessions_of_database: the processes that work on a database, also those that help one another
SELECT pid FROM pg_catalog.pg_stat_activity WHERE datname = %(database)s
