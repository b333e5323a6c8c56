-- The foreign keys of the tables on the search path: who points where, and whether one row or many may.
SELECT child.relname AS table_name,
       names.columns,
       parent.relname AS parent_name,
       EXISTS (
         SELECT FROM pg_constraint AS u
         WHERE u.conrelid = k.conrelid AND u.contype IN ('p', 'u') AND u.conkey <@ k.conkey
       ) AS at_most_one,
       names.optional,
       k.confdeltype = 'c' AS cascades
FROM pg_constraint AS k
JOIN pg_class AS child ON child.oid = k.conrelid
JOIN pg_class AS parent ON parent.oid = k.confrelid
CROSS JOIN LATERAL (
  SELECT array_agg(a.attname::text ORDER BY array_position(k.conkey, a.attnum)) AS columns,
         NOT bool_and(a.attnotnull) AS optional
  FROM pg_attribute AS a
  WHERE a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey)
) AS names
WHERE k.contype = 'f' AND k.conparentid = 0 AND pg_table_is_visible(child.oid)
  AND child.relnamespace::regnamespace::text = ANY (current_schemas(false))
ORDER BY child.oid, array_position(k.conkey, k.conkey[1]), k.conkey, k.conname
