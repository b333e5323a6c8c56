-- a key of the parent may not fit into the child, or each check has to convert before it can compare
-- level: cost
-- chapter: 05
SELECT k.name AS object,
       format('%%I is %%s, its parent %%s: %%s', a.attname, format_type(a.atttypid, NULL), format_type(p.atttypid, NULL),
              CASE WHEN fit.narrow THEN 'a larger key does not fit' ELSE 'each check converts' END) AS seen,
       format('ALTER TABLE %%s ALTER COLUMN %%I TYPE %%s', k.table_name, a.attname, format_type(p.atttypid, p.atttypmod))
         AS cure
FROM constraints AS k
CROSS JOIN LATERAL unnest(k.conkey, k.confkey, k.conpfeqop) AS pair (child, parent, operator)
JOIN pg_attribute AS a ON a.attrelid = k.conrelid AND a.attnum = pair.child
JOIN pg_attribute AS p ON p.attrelid = k.confrelid AND p.attnum = pair.parent
CROSS JOIN LATERAL (
  SELECT coalesce(max(d.base) FILTER (WHERE d.type = a.atttypid), a.atttypid) AS child,
         coalesce(max(d.base) FILTER (WHERE d.type = p.atttypid), p.atttypid) AS parent
  FROM domains AS d
  WHERE NOT EXISTS (SELECT FROM domains AS more WHERE more.type = d.base)
) AS base
JOIN pg_type AS child ON child.oid = base.child
JOIN pg_type AS parent ON parent.oid = base.parent
JOIN pg_operator AS o ON o.oid = pair.operator
JOIN pg_type AS asked ON asked.oid = o.oprright
CROSS JOIN LATERAL (
  SELECT ARRAY[child.oid, parent.oid] <@ '{smallint, integer, bigint}'::regtype[]::oid[] AND child.typlen < parent.typlen
           AS narrow,
         -- a wider child is ready for a parent that grows, and = takes both as they are; so it does text and varchar
         asked.typtype <> 'p' AND asked.oid <> child.oid AND NOT EXISTS (
           SELECT FROM pg_cast AS t
           WHERE t.castsource = child.oid AND t.casttarget = asked.oid AND t.castmethod = 'b'
         ) AS converts
) AS fit
WHERE k.contype = 'f' AND child.oid <> parent.oid AND (fit.narrow OR fit.converts)
ORDER BY object, a.attname
