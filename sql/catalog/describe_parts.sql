-- describe_parts: what hangs on a relation, under psql's headings: indexes, constraints, triggers
WITH relation AS (SELECT to_regclass(%(name)s)::oid AS oid),
parts (place, heading, name, line) AS (
  SELECT 1, 'Indexes', i.indexrelid::regclass::text,
         format('"%%s" %%s%%s', c.relname,
                CASE WHEN i.indisprimary THEN 'PRIMARY KEY, '
                     WHEN EXISTS (SELECT FROM pg_constraint AS k WHERE k.conindid = i.indexrelid AND k.contype = 'u')
                       THEN 'UNIQUE CONSTRAINT, '
                     WHEN i.indisunique THEN 'UNIQUE, '
                     ELSE '' END,
                substring(pg_get_indexdef(i.indexrelid) FROM ' USING (.*)$'))
  FROM pg_index AS i
  JOIN pg_class AS c ON c.oid = i.indexrelid
  JOIN relation AS r ON r.oid = i.indrelid
  UNION ALL
  SELECT CASE k.contype WHEN 'c' THEN 2 ELSE 3 END,
         CASE k.contype WHEN 'c' THEN 'Check constraints' ELSE 'Foreign-key constraints' END,
         k.conname, format('"%%s" %%s', k.conname, pg_get_constraintdef(k.oid))
  FROM pg_constraint AS k
  JOIN relation AS r ON r.oid = k.conrelid
  WHERE k.contype IN ('c', 'f')
  UNION ALL
  SELECT 4, 'Referenced by', k.conname,
         format('TABLE "%%s" CONSTRAINT "%%s" %%s', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid))
  FROM pg_constraint AS k
  JOIN relation AS r ON r.oid = k.confrelid
  WHERE k.contype = 'f'
  UNION ALL
  SELECT 5, 'Triggers', t.tgname, format('%%s %%s', t.tgname, substring(pg_get_triggerdef(t.oid) FROM '^CREATE (?:CONSTRAINT )?TRIGGER \S+ (.*)$'))
  FROM pg_trigger AS t
  JOIN relation AS r ON r.oid = t.tgrelid
  WHERE NOT t.tgisinternal
)
SELECT heading, line FROM parts ORDER BY place, name COLLATE "C"
