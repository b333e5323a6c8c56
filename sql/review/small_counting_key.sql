-- it runs out of numbers after 2,147,483,647 rows, failed inserts included
-- level: note
-- chapter: 05
SELECT format('%%s.%%I', a.attrelid::regclass, a.attname) AS object,
       format('primary key that counts, %%s', format_type(a.atttypid, NULL)) AS seen,
       format('ALTER TABLE %%s ALTER COLUMN %%I TYPE bigint', a.attrelid::regclass, a.attname) AS cure
FROM pg_constraint AS k
JOIN pg_class AS c ON c.oid = k.conrelid
JOIN pg_attribute AS a ON a.attrelid = k.conrelid AND k.conkey = ARRAY[a.attnum]
WHERE k.contype = 'p' AND NOT c.relispartition AND a.atttypid IN ('integer'::regtype, 'smallint'::regtype)
  AND EXISTS ( -- a sequence of its own, by serial or identity; pg_get_serial_sequence would ask for rights
    SELECT FROM pg_depend AS d
    JOIN pg_class AS s ON s.oid = d.objid AND s.relkind = 'S'
    WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass
      AND d.refobjid = c.oid AND d.refobjsubid = a.attnum AND d.deptype IN ('a', 'i')
  )
  AND c.relnamespace = ANY (%(schemas)s::oid[])
ORDER BY object
