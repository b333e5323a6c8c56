-- its rows have a key, which is not declared as the primary one: REFERENCES, replication and tools look for that
-- level: note
-- chapter: 05
SELECT DISTINCT ON (object)
       t.name AS object,
       format('no primary key, and %%s is unique and never NULL', keys.columns) AS seen,
       format('ALTER TABLE %%s ADD PRIMARY KEY (%%s), then drop %%s, which it replaces', t.name, keys.columns, i.name)
         AS cure
FROM tables AS t
JOIN indexes AS i ON i.indrelid = t.oid
CROSS JOIN LATERAL (
  SELECT string_agg(quote_ident(c.attname), ', ' ORDER BY array_position(i.key, c.attnum)) AS columns,
         count(*) AS required
  FROM columns AS c
  WHERE c.attrelid = t.oid AND c.attnum = ANY (i.key) AND c.required
) AS keys
WHERE i.indisunique AND i.indisvalid AND i.predicate IS NULL AND keys.required = i.indnkeyatts
  AND NOT EXISTS (SELECT FROM pg_constraint AS k WHERE k.conrelid = t.oid AND k.contype = 'p')
ORDER BY object, i.indnkeyatts, i.indexrelid
