SET max_parallel_workers_per_gather = 64; SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0; SET min_parallel_table_scan_size = 0; SET debug_parallel_query = on; SET work_mem = '1500MB';
CREATE TABLE big AS SELECT g, repeat('x', 500) AS t FROM generate_series(1, 100000) AS g; SELECT count(*) FROM big a JOIN big b ON a.t = b.t;
