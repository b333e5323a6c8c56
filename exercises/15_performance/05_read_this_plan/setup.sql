CREATE TABLE plan (line INTEGER, said TEXT);
INSERT INTO plan SELECT line, said FROM regexp_split_to_table($plan$
Limit  (cost=31017.49..31017.50 rows=5 width=42) (actual time=21.911..21.913 rows=5.00 loops=1)
  Buffers: shared hit=9147
  ->  Sort  (cost=31017.49..31029.99 rows=5000 width=42) (actual time=21.910..21.911 rows=5.00 loops=1)
        Sort Key: p.score DESC NULLS LAST
        Sort Method: top-N heapsort  Memory: 25kB
        Buffers: shared hit=9147
        ->  Nested Loop  (cost=4.99..30934.44 rows=5000 width=42) (actual time=0.027..21.361 rows=8400.00 loops=1)
              Buffers: shared hit=9147
              ->  Seq Scan on users u  (cost=0.00..546.00 rows=100 width=38) (actual time=0.005..1.300 rows=167.00 loops=1)
                    Filter: (lower(name) = 'mina'::text)
                    Rows Removed by Filter: 19833
                    Buffers: shared hit=246
              ->  Bitmap Heap Scan on lesson_progress p  (cost=4.99..302.89 rows=99 width=36) (actual time=0.005..0.115 rows=50.30 loops=167)
                    Recheck Cond: (u.id = user_id)
                    Heap Blocks: exact=8400
                    Buffers: shared hit=8901
                    ->  Bitmap Index Scan on idx_lesson_progress_user_id  (cost=0.00..4.97 rows=99 width=0) (actual time=0.002..0.002 rows=50.30 loops=167)
                          Index Cond: (user_id = u.id)
                          Index Searches: 167
                          Buffers: shared hit=501
$plan$, '\n') WITH ORDINALITY AS lines (said, line);
-- the first figure that a pattern finds in the line of a node, or in those behind it
CREATE FUNCTION told(node TEXT, pattern TEXT) RETURNS NUMERIC LANGUAGE sql AS $$
  SELECT (regexp_match(said, pattern))[1]::numeric FROM plan
  WHERE said ~ pattern AND line >= (SELECT min(line) FROM plan WHERE strpos(said, node) > 0)
  ORDER BY line LIMIT 1
$$;
