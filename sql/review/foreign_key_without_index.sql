-- deleting or changing a parent row has to find its children, and reads the child table for them, once for each parent
-- level: cost
-- chapter: 13
SELECT format('%%s (%%s)', child.table_name, child.columns) AS object,
       format('no index begins with %%s, which refer to %%s', child.columns, child.parent) AS seen,
       format('CREATE INDEX ON %%s (%%s)', child.table_name, child.columns) AS cure
FROM (
  SELECT k.conrelid, k.table_name, k.confrelid::regclass::text AS parent, cardinality(k.conkey) AS count,
         string_agg(quote_ident(a.attname), ', ' ORDER BY array_position(k.conkey, a.attnum)) AS columns,
         array_agg(a.attname) AS names, array_agg(format('(%%I IS NOT NULL)', a.attname)) AS not_null
  FROM constraints AS k
  JOIN pg_attribute AS a ON a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey)
  WHERE k.contype = 'f'
  GROUP BY k.oid, k.conrelid, k.conkey, k.table_name, k.confrelid
) AS child
WHERE EXISTS ( -- a table, or of a partitioned one a partition, in which no index finds them
  SELECT FROM (
    SELECT coalesce(part.relid::oid, child.conrelid) AS oid
    FROM (VALUES (1)) AS one
    LEFT JOIN pg_partition_tree(child.conrelid) AS part ON part.isleaf
  ) AS leaf
  WHERE NOT EXISTS (
    SELECT FROM pg_index AS i
    JOIN pg_class AS c ON c.oid = i.indexrelid
    JOIN pg_am AS am ON am.oid = c.relam AND am.amname NOT IN ('brin', 'bloom') -- these read on
    CROSS JOIN LATERAL (
      -- the places that find a value of the key: any of a GIN, the first of the others
      SELECT count(*) AS found
      FROM generate_series(1, CASE am.amname WHEN 'gin' THEN i.indnkeyatts ELSE least(child.count, i.indnkeyatts) END) AS at
      JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[at - 1] AND a.attname = ANY (child.names)
      WHERE i.indcollation[at - 1] IN (0, a.attcollation)
        AND EXISTS (SELECT FROM pg_opclass AS o
                    JOIN pg_amop AS m ON m.amopfamily = o.opcfamily
                    JOIN pg_operator AS equal ON equal.oid = m.amopopr AND equal.oprname = '='
                    WHERE o.oid = i.indclass[at - 1])
    ) AS places
    WHERE i.indrelid = leaf.oid AND i.indisvalid
      -- a check looks for values: an index on all rows where one of the columns is not NULL has them
      AND (i.indpred IS NULL OR pg_get_expr(i.indpred, i.indrelid) = ANY (child.not_null))
      AND places.found >= CASE WHEN i.indisunique THEN least(child.count, i.indnkeyatts) ELSE child.count END
  )
)
ORDER BY object
