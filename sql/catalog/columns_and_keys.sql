-- The columns of the tables on the search path, in order, with the keys that each belongs to;
-- UNIQUE+ is a key of several columns, and the digits only sort.
SELECT c.relname AS table_name,
       a.attname AS column_name,
       format_type(a.atttypid, a.atttypmod) AS type_name,
       ARRAY(
         SELECT DISTINCT CASE
           WHEN k.contype = 'p' THEN '1 PK'
           WHEN k.contype = 'f' THEN '2 FK'
           WHEN cardinality(k.conkey) = 1 THEN '3 UNIQUE'
           ELSE '4 UNIQUE+'
         END
         FROM pg_constraint AS k
         WHERE k.conrelid = c.oid AND a.attnum = ANY (k.conkey) AND k.contype IN ('p', 'f', 'u')
         ORDER BY 1
       ) AS keys
FROM pg_class AS c
JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND pg_table_is_visible(c.oid)
  AND c.relnamespace::regnamespace::text = ANY (current_schemas(false))
ORDER BY c.oid, a.attnum
