-- free_name: let the name of a database go
SELECT pg_catalog.pg_advisory_unlock(pg_catalog.hashtextextended(%(name)s, 0))
