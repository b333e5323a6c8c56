--@ do hot_share: a copy of 20,000 rows with so much room on its pages, changed by a statement
--@ value hot_without_an_index: heartbeats in per cent that touch no index
SELECT hot_share(50, 'SELECT 1', 'UPDATE beats SET last_accessed_at = now()');
--@ value hot_with_a_btree: with an index on the column that each heartbeat changes
SELECT hot_share(50, 'CREATE INDEX ON beats (last_accessed_at)', 'UPDATE beats SET last_accessed_at = now()');
--@ value hot_with_a_brin: with a summary of its pages
SELECT hot_share(50, 'CREATE INDEX ON beats USING brin (last_accessed_at)', 'UPDATE beats SET last_accessed_at = now()');
