-- two people who write down the same instant write down different values, and nothing tells which zone was meant
-- level: fault
-- chapter: 08
SELECT format('%%s.%%I', a.attrelid::regclass, a.attname) AS object,
       format_type(a.atttypid, NULL) AS seen,
       CASE WHEN a.atttypid = 'timestamp'::regtype
            THEN format('ALTER TABLE %%s ALTER COLUMN %%I TYPE timestamptz USING %%I AT TIME ZONE ''the zone it was written in''',
                        a.attrelid::regclass, a.attname, a.attname)
            ELSE format('a new column timestamptz[], filled with each element of %%I AT TIME ZONE the zone it was written in',
                        a.attname) END AS cure
FROM pg_attribute AS a
JOIN pg_class AS c ON c.oid = a.attrelid
WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND a.attnum > 0 AND NOT a.attisdropped
  AND a.atttypid IN ('timestamp'::regtype, 'timestamp[]'::regtype)
  AND c.relnamespace = ANY (%(schemas)s::oid[])
ORDER BY object
