-- a CHECK refuses only what is false; NULL is not false, so NULL gets in, and sums and increments of it vanish
-- level: fault
-- chapter: 06
SELECT c.name AS object,
       format('NULL passes %%I, although the column has a default', k.conname) AS seen,
       format('ALTER TABLE %%s ALTER COLUMN %%I SET NOT NULL', c.table_name, c.attname) AS cure
FROM constraints AS k
JOIN columns AS c ON c.attrelid = k.conrelid AND c.attnum = ANY (k.conkey)
CROSS JOIN pg_get_constraintdef(k.oid) AS said
WHERE k.contype = 'c' AND k.enforced
  -- without a default NULL may be meant: not asked, not tried
  AND NOT c.required AND c.default_value IS NOT NULL
  -- who wrote of NULL thought of it
  AND position(format('(%%I IS NULL)', c.attname) IN said) = 0
  AND position(format('(%%I IS NOT NULL)', c.attname) IN said) = 0
  AND said !~ 'COALESCE\(|CASE | IS (NOT )?(TRUE|FALSE|UNKNOWN|DISTINCT)|num_(non)?nulls\('
  AND NOT EXISTS ( -- NULL is meant: it is what a deleted parent leaves
    SELECT FROM constraints AS f
    WHERE f.conrelid = c.attrelid AND f.contype = 'f' AND c.attnum = ANY (f.conkey) AND 'n' IN (f.confdeltype, f.confupdtype)
  )
ORDER BY object, k.conname
