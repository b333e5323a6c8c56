-- it has two values: for the frequent one it is never used, for the rare one a partial index is smaller
-- level: cost
-- chapter: 07
SELECT i.name AS object,
       format('an index on the boolean %%I alone', c.attname) AS seen,
       format('CREATE INDEX ON %%s (…) WHERE %%I, then DROP INDEX %%s', i.table_name, c.attname, i.name) AS cure
FROM indexes AS i
JOIN columns AS c ON c.attrelid = i.indrelid AND c.attnum = i.indkey[0]
WHERE i.indnatts = 1 AND c.type = 'boolean'::regtype AND i.predicate IS NULL AND NOT i.indisunique AND i.indisvalid
  AND i.method IN ('btree', 'hash')
  AND NOT EXISTS (SELECT FROM constraints AS k WHERE k.conrelid = i.indrelid AND k.contype = 'f' AND k.conkey = i.key)
ORDER BY object
