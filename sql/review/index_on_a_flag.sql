-- it has two values: for the frequent one it is never used, for the rare one a partial index is smaller
-- level: cost
-- chapter: 07
SELECT i.indexrelid::regclass::text AS object,
       format('an index on the boolean %%I alone', a.attname) AS seen,
       format('CREATE INDEX ON %%s (…) WHERE %%I, then DROP INDEX %%s', i.indrelid::regclass, a.attname,
              i.indexrelid::regclass) AS cure
FROM pg_index AS i
JOIN pg_class AS c ON c.oid = i.indexrelid
JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
WHERE i.indnatts = 1 AND a.atttypid = 'boolean'::regtype AND i.indpred IS NULL AND NOT i.indisunique
  AND NOT c.relispartition AND c.relnamespace = ANY (%(schemas)s::oid[])
ORDER BY object
