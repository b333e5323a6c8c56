-- tables_of_copy: the tables that are there, each with its columns in order
SELECT c.relname, pg_catalog.string_agg(a.attname, ', ' ORDER BY a.attnum)
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
WHERE c.relnamespace = 'public'::pg_catalog.regnamespace AND c.relkind IN ('r', 'p', 'v', 'm')
GROUP BY c.oid, c.relname
ORDER BY c.oid
