-- tree_of_index: an index by its name: what kind it is, its first column with its type and order, and its size in pages
SELECT i.indexrelid AS index,
       c.relname AS name,
       i.indrelid::REGCLASS::TEXT AS relation,
       m.amname AS kind,
       pg_get_indexdef(i.indexrelid, 1, TRUE) AS key,
       a.atttypid::REGTYPE::TEXT AS type,
       CASE WHEN a.attcollation <> 0 THEN 'COLLATE ' || a.attcollation::REGCOLLATION ELSE '' END AS collation,
       i.indoption[0] & 1 <> 0 AS descending,
       i.indoption[0] & 2 <> 0 AS nulls_first,
       i.indnkeyatts AS columns,
       NOT coalesce(of_table.attnotnull, FALSE) AS nullable,
       pg_relation_size(i.indexrelid) / current_setting('block_size')::INTEGER AS pages
FROM pg_index AS i
JOIN pg_class AS c ON c.oid = i.indexrelid
JOIN pg_am AS m ON m.oid = c.relam
JOIN pg_attribute AS a ON a.attrelid = i.indexrelid AND a.attnum = 1
LEFT JOIN pg_attribute AS of_table ON of_table.attrelid = i.indrelid AND of_table.attnum = i.indkey[0]
WHERE i.indexrelid = to_regclass(%(index)s)
