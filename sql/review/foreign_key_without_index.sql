-- deleting or changing a parent row reads the whole child table, once for each parent
-- level: cost
-- chapter: 13
SELECT format('%%s (%%s)', child.table_name, child.columns) AS object,
       format('no index begins with %%s, which refer to %%s', child.columns, child.parent) AS seen,
       format('CREATE INDEX ON %%s (%%s)', child.table_name, child.columns) AS cure
FROM (
  SELECT k.conrelid, k.conkey, k.conrelid::regclass::text AS table_name, k.confrelid::regclass::text AS parent,
         (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY array_position(k.conkey, a.attnum))
          FROM pg_attribute AS a
          WHERE a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey)) AS columns,
         ARRAY(SELECT format('(%%I IS NOT NULL)', a.attname)
               FROM pg_attribute AS a
               WHERE a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey)) AS not_null
  FROM pg_constraint AS k
  JOIN pg_class AS c ON c.oid = k.conrelid
  WHERE k.contype = 'f' AND k.conparentid = 0 AND c.relnamespace = ANY (%(schemas)s::oid[])
) AS child
WHERE NOT EXISTS (
  SELECT FROM pg_index AS i
  WHERE i.indrelid = child.conrelid AND i.indisvalid
    -- a check looks for values: an index on all rows where one of the columns is not NULL has them
    AND (i.indpred IS NULL OR pg_get_expr(i.indpred, i.indrelid) = ANY (child.not_null))
    AND cardinality(child.conkey) <= i.indnkeyatts
    AND child.conkey <@ (i.indkey::smallint[])[0:cardinality(child.conkey) - 1]
)
ORDER BY object
