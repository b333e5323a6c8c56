-- try_name: whether nobody holds the name of a database; if so it is held now
SELECT pg_catalog.pg_try_advisory_lock(pg_catalog.hashtextextended(%(name)s, 0))
