-- hold_name: wait for the name of a database to be free, and hold it for as long as the session lasts
SELECT pg_catalog.pg_advisory_lock(pg_catalog.hashtextextended(%(name)s, 0))
