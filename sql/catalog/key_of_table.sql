-- key_of_table: a table by its name, its one-column primary key, and its size in pages
SELECT c.oid AS relation_id,
       c.oid::REGCLASS::TEXT AS relation,
       quote_ident(a.attname) AS key,
       a.atttypid::REGTYPE::TEXT AS type,
       pg_relation_size(c.oid) / current_setting('block_size')::INTEGER AS pages
FROM pg_class AS c
LEFT JOIN pg_index AS i ON i.indrelid = c.oid AND i.indisprimary AND i.indnkeyatts = 1
LEFT JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
WHERE c.oid = to_regclass(%(table)s) AND c.relkind IN ('r', 'm')
