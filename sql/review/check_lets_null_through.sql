-- a CHECK refuses only what is false; NULL is not false, so NULL gets in, and sums and increments of it vanish
-- level: fault
-- chapter: 06
SELECT format('%%s.%%I', k.conrelid::regclass, a.attname) AS object,
       format('NULL passes %%I, although the column has a default', k.conname) AS seen,
       format('ALTER TABLE %%s ALTER COLUMN %%I SET NOT NULL', k.conrelid::regclass, a.attname) AS cure
FROM pg_constraint AS k
JOIN pg_class AS c ON c.oid = k.conrelid
JOIN pg_attribute AS a ON a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey)
WHERE k.contype = 'c' AND k.conparentid = 0 AND NOT c.relispartition
  -- without a default NULL may be meant: not asked, not tried; a generated column has no default
  AND NOT a.attnotnull AND a.atthasdef AND a.attgenerated = ''
  AND position(format('(%%I IS NOT NULL)', a.attname) IN pg_get_constraintdef(k.oid)) = 0
  AND c.relnamespace = ANY (%(schemas)s::oid[])
ORDER BY object, k.conname
