-- deleting the parent would write NULL where NULL is refused: the server took the rule, and fails each delete
-- level: fault
-- chapter: 13
SELECT format('%%s %%I', k.conrelid::regclass, k.conname) AS object,
       format('ON DELETE SET NULL, and %%I is NOT NULL', a.attname) AS seen,
       format('ALTER TABLE %%s ALTER COLUMN %%I DROP NOT NULL, or another ON DELETE', k.conrelid::regclass, a.attname)
         AS cure
FROM pg_constraint AS k
JOIN pg_class AS c ON c.oid = k.conrelid
JOIN pg_attribute AS a ON a.attrelid = k.conrelid AND a.attnum = ANY (coalesce(k.confdelsetcols, k.conkey))
WHERE k.contype = 'f' AND k.confdeltype = 'n' AND k.conparentid = 0 AND a.attnotnull
  AND c.relnamespace = ANY (%(schemas)s::oid[])
ORDER BY object, a.attname
