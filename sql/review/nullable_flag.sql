-- a flag that may be NULL has three values, and such a row is found neither by = true nor by = false
-- level: fault
-- chapter: 05
SELECT c.name AS object,
       'boolean that may be NULL' AS seen,
       format('ALTER TABLE %%s ALTER COLUMN %%I SET NOT NULL', c.table_name, c.attname) AS cure
FROM columns AS c
WHERE c.type = 'boolean'::regtype AND NOT c.required AND NOT c.inherited
  AND NOT EXISTS ( -- NULL is meant: it is what a deleted parent leaves
    SELECT FROM constraints AS f
    WHERE f.conrelid = c.attrelid AND f.contype = 'f' AND c.attnum = ANY (f.conkey) AND 'n' IN (f.confdeltype, f.confupdtype)
  )
ORDER BY object
