SELECT pg_advisory_lock(g) FROM generate_series(1, 10000000) AS g;
