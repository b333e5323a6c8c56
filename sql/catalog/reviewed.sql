-- What the rules of a review speak of in the schemas asked for; what an extension owns is not in it: nobody may change it.
WITH RECURSIVE domains (type, base, modifier, required) AS ( -- what a domain is made of, and whether it refuses NULL
  SELECT t.oid, t.typbasetype, t.typtypmod,
         t.typnotnull OR EXISTS (SELECT FROM pg_constraint AS k
                                 WHERE k.contypid = t.oid AND k.convalidated
                                   AND pg_get_constraintdef(k.oid) = 'CHECK ((VALUE IS NOT NULL))')
  FROM pg_type AS t
  WHERE t.typtype = 'd'
  UNION ALL
  SELECT d.type, t.typbasetype, t.typtypmod, d.required OR t.typnotnull
  FROM domains AS d
  JOIN pg_type AS t ON t.oid = d.base AND t.typtype = 'd'
), extended AS (
  SELECT d.classid, d.objid FROM pg_depend AS d WHERE d.deptype = 'e'
), relations AS ( -- what has indexes: tables, their partitions, materialised views
  SELECT c.oid, c.oid::regclass::text AS name, c.relkind, c.relispartition, c.reltuples
  FROM pg_class AS c
  WHERE c.relkind IN ('r', 'p', 'm') AND c.relnamespace = ANY (%(schemas)s::oid[])
    AND NOT EXISTS (SELECT FROM extended AS e WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid)
), tables AS ( -- a partition is its parent's: what is wrong in both is mended there
  SELECT r.* FROM relations AS r WHERE r.relkind IN ('r', 'p') AND NOT r.relispartition
), columns AS ( -- an inherited one has its parent's type, and only the parent can change that
  SELECT a.attrelid, a.attnum, a.attname, a.attgenerated, a.attidentity, a.attinhcount > 0 AS inherited,
         t.name AS table_name,
         format('%%s.%%I', t.name, a.attname) AS name, a.atttypid,
         coalesce(d.base, a.atttypid) AS type, coalesce(nullif(a.atttypmod, -1), d.modifier, -1) AS modifier,
         CASE WHEN a.attgenerated = '' AND value !~* '^NULL(::|$)' THEN value END AS default_value,
         (
           a.attnotnull OR coalesce(d.required, false)
           OR EXISTS ( -- a CHECK of which it is the whole, or a part that must hold
             SELECT FROM pg_constraint AS k
             CROSS JOIN regexp_replace(pg_get_constraintdef(k.oid), ' NO INHERIT$', '') AS said
             CROSS JOIN unnest(ARRAY[format('(%%I IS NOT NULL)', a.attname), format('(%%I IS NOT UNKNOWN)', a.attname)])
               AS part
             WHERE k.conrelid = a.attrelid AND k.contype = 'c' AND k.convalidated AND a.attnum = ANY (k.conkey)
               AND (said = format('CHECK (%%s)', part) OR starts_with(said, format('CHECK ((%%s AND ', part))
                    OR right(said, length(part) + 7) = format(' AND %%s))', part)
                    OR position(format(' AND %%s AND ', part) IN said) > 0 AND said !~ ' OR |CASE |NOT \(')
           )
           OR a.attgenerated <> '' AND NOT EXISTS ( -- NULL comes of NULL, where nothing in the expression catches it
             SELECT FROM pg_attrdef AS e
             CROSS JOIN regexp_matches(e.adbin::text, ':varattno (\d+)', 'g') AS used
             JOIN pg_attribute AS o ON o.attrelid = e.adrelid AND o.attnum = used[1]::smallint AND NOT o.attnotnull
             WHERE e.adrelid = a.attrelid AND e.adnum = a.attnum
               AND e.adbin::text !~ '\{(COALESCE|CASE|NULLTEST|BOOLEANTEST|DISTINCT|NULLIF|MINMAX|ARRAY|ROW|XML|JSON)'
               AND NOT EXISTS (SELECT FROM regexp_matches(e.adbin::text, ':(?:op)?funcid (\d+)', 'g') AS called
                               JOIN pg_proc AS p ON p.oid = called[1]::oid AND NOT p.proisstrict)
           )
         ) AS required
  FROM tables AS t
  JOIN pg_attribute AS a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
  LEFT JOIN (SELECT d.* FROM domains AS d JOIN pg_type AS b ON b.oid = d.base AND b.typtype <> 'd') AS d
    ON d.type = a.atttypid
  LEFT JOIN pg_attrdef AS e ON e.adrelid = a.attrelid AND e.adnum = a.attnum
  CROSS JOIN pg_get_expr(e.adbin, e.adrelid) AS value
), indexes AS (
  SELECT i.*, c.oid::regclass::text AS name, c.relkind, c.relispartition, r.name AS table_name,
         r.relkind AS table_kind, am.amname AS method, pg_get_expr(i.indpred, i.indrelid) AS predicate,
         pg_get_expr(i.indexprs, i.indrelid) AS expressions, (i.indkey::smallint[])[0:i.indnkeyatts - 1] AS key
  FROM pg_index AS i
  JOIN pg_class AS c ON c.oid = i.indexrelid
  JOIN pg_am AS am ON am.oid = c.relam
  JOIN relations AS r ON r.oid = i.indrelid
), constraints AS ( -- without inherited ones
  SELECT k.*, r.name AS table_name, r.relispartition AS of_partition,
         format('%%s %%I', r.name, k.conname) AS name,
         coalesce(to_jsonb(k) ->> 'conenforced', 'true') = 'true' AS enforced -- since 18
  FROM pg_constraint AS k
  JOIN relations AS r ON r.oid = k.conrelid
  WHERE k.conparentid = 0 AND k.coninhcount = 0
), counters AS ( -- columns that take their numbers from a sequence, whoever owns it
  SELECT c.attrelid, c.attnum, d.objid AS sequence
  FROM columns AS c
  JOIN pg_depend AS d ON d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass
    AND d.refobjid = c.attrelid AND d.refobjsubid = c.attnum AND d.deptype = 'i'
  UNION
  SELECT c.attrelid, c.attnum, d.refobjid
  FROM pg_attrdef AS e
  JOIN columns AS c ON c.attrelid = e.adrelid AND c.attnum = e.adnum AND NOT c.inherited
  JOIN pg_depend AS d ON d.classid = 'pg_attrdef'::regclass AND d.objid = e.oid
    AND d.refclassid = 'pg_class'::regclass
  JOIN pg_sequence AS s ON s.seqrelid = d.refobjid
)
