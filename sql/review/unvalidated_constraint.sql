-- new rows obey it, and old ones were never looked at
-- level: fault
-- chapter: 21
SELECT k.name AS object,
       'NOT VALID' AS seen,
       format('ALTER TABLE %%s VALIDATE CONSTRAINT %%I', k.table_name, k.conname) AS cure
FROM constraints AS k
WHERE NOT k.convalidated AND k.enforced
UNION ALL
SELECT format('%%s %%I', k.contypid::regtype, k.conname),
       'NOT VALID',
       format('ALTER DOMAIN %%s VALIDATE CONSTRAINT %%I', k.contypid::regtype, k.conname)
FROM pg_constraint AS k
JOIN pg_type AS t ON t.oid = k.contypid
WHERE NOT k.convalidated AND t.typnamespace = ANY (%(schemas)s::oid[])
  AND NOT EXISTS (SELECT FROM extended AS e WHERE e.classid = 'pg_type'::regclass AND e.objid = t.oid)
ORDER BY object
