-- mutants: what can be planted in tables: each rule taken away or weakened, with the statement that does it
WITH mine AS (
  SELECT to_regclass(name) AS oid FROM unnest(%(tables)s::TEXT[]) AS name
), rules AS (
  SELECT con.*, con.conrelid::regclass AS owner, pg_get_constraintdef(con.oid) AS definition
  FROM pg_constraint AS con JOIN mine ON mine.oid = con.conrelid
)
SELECT format('%%s: without %%s', owner, definition), format('ALTER TABLE %%s DROP CONSTRAINT %%I', owner, conname)
FROM rules WHERE contype IN ('c', 'u', 'x', 'f')
UNION ALL
SELECT format('%%s: %%s, and the rows below it go too', owner, definition),
       format('ALTER TABLE %%s DROP CONSTRAINT %%I; ALTER TABLE %%s ADD CONSTRAINT %%I %%s ON DELETE CASCADE', owner, conname,
              owner, conname, regexp_replace(definition, ' ON DELETE (RESTRICT|NO ACTION|SET NULL|SET DEFAULT)', ''))
FROM rules WHERE contype = 'f' AND confdeltype <> 'c'
UNION ALL
SELECT format('%%s: %%s, and it no longer takes the rows below it along', owner, definition),
       format('ALTER TABLE %%s DROP CONSTRAINT %%I; ALTER TABLE %%s ADD CONSTRAINT %%I %%s', owner, conname,
              owner, conname, replace(definition, ' ON DELETE CASCADE', ''))
FROM rules WHERE contype = 'f' AND confdeltype = 'c'
UNION ALL
SELECT format('%%s.%%I may be NULL', a.attrelid::regclass, a.attname),
       format('ALTER TABLE %%s ALTER COLUMN %%I DROP NOT NULL', a.attrelid::regclass, a.attname)
FROM pg_attribute AS a JOIN mine ON mine.oid = a.attrelid
WHERE a.attnotnull AND a.attnum > 0 AND a.attidentity = '' AND NOT EXISTS (
  SELECT FROM rules AS r WHERE r.conrelid = a.attrelid AND r.contype = 'p' AND a.attnum = ANY (r.conkey))
UNION ALL
SELECT format('%%s: without the unique index %%s', i.indrelid::regclass, pg_get_indexdef(i.indexrelid)),
       format('DROP INDEX %%s', i.indexrelid::regclass)
FROM pg_index AS i JOIN mine ON mine.oid = i.indrelid
WHERE i.indisunique AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = i.indexrelid)
UNION ALL
SELECT format('%%s: without the trigger %%s', t.tgrelid::regclass, t.tgname),
       format('DROP TRIGGER %%I ON %%s', t.tgname, t.tgrelid::regclass)
FROM pg_trigger AS t JOIN mine ON mine.oid = t.tgrelid
WHERE NOT t.tgisinternal
ORDER BY 1
