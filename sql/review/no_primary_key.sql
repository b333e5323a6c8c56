-- two rows may be the same to the last column, and nothing can name one of them
-- level: fault
-- chapter: 05
SELECT t.name AS object,
       'no primary key' AS seen,
       format('ALTER TABLE %%s ADD PRIMARY KEY (…)', t.name) AS cure
FROM tables AS t
WHERE NOT EXISTS (SELECT FROM pg_constraint AS k WHERE k.conrelid = t.oid AND k.contype = 'p')
  AND NOT EXISTS ( -- another key whose values are never the same: see key_that_is_not_primary
    SELECT FROM indexes AS i
    WHERE i.indrelid = t.oid AND i.indisunique AND i.indisvalid AND i.predicate IS NULL
      AND (i.indnullsnotdistinct
           OR i.indnkeyatts = (SELECT count(*) FROM unnest(i.key) AS at
                               LEFT JOIN columns AS c ON c.attrelid = t.oid AND c.attnum = at
                               WHERE at = 0 OR c.required)) -- an expression, which may be one of NULL or not
  )
  AND NOT EXISTS ( -- or one that two equal rows would break
    SELECT FROM pg_constraint AS k
    WHERE k.conrelid = t.oid AND k.contype = 'x'
      AND NOT EXISTS (SELECT FROM columns AS c WHERE c.attrelid = t.oid AND c.attnum = ANY (k.conkey) AND NOT c.required)
      AND NOT EXISTS (SELECT FROM unnest(k.conexclop) AS used JOIN pg_operator AS o ON o.oid = used AND o.oprname <> '=')
  )
  AND NOT ( -- equal rows are in one partition, and there each has a key
    t.relkind = 'p'
    AND EXISTS (SELECT FROM pg_partition_tree(t.oid) AS part WHERE part.isleaf)
    AND NOT EXISTS (
      SELECT FROM pg_partition_tree(t.oid) AS part
      WHERE part.isleaf
        AND NOT EXISTS (
          SELECT FROM pg_index AS i
          WHERE i.indrelid = part.relid AND i.indisunique AND i.indisvalid AND i.indpred IS NULL
            AND i.indnkeyatts = (SELECT count(*) FROM pg_attribute AS a
                                 WHERE a.attrelid = i.indrelid AND a.attnotnull
                                   AND a.attnum = ANY ((i.indkey::smallint[])[0:i.indnkeyatts - 1]))
        )
    )
  )
ORDER BY object
