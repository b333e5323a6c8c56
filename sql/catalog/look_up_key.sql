-- look_up_key: the rows of one key, whose plan counts the pages that are read on the way
EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, FORMAT JSON)
SELECT FROM {relation} WHERE {column} = %(key)s::{type}
