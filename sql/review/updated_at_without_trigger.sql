-- it says when a row was last changed only if every statement that anybody writes remembers to set it
-- level: fault
-- chapter: 12
SELECT format('%%s.%%I', a.attrelid::regclass, a.attname) AS object,
       'no trigger runs before an update' AS seen,
       format('CREATE TRIGGER … BEFORE UPDATE ON %%s FOR EACH ROW EXECUTE FUNCTION …', a.attrelid::regclass) AS cure
FROM pg_attribute AS a
JOIN pg_class AS c ON c.oid = a.attrelid
WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND NOT a.attisdropped
  AND a.attname IN ('updated_at', 'modified_at', 'changed_at')
  AND NOT EXISTS (
    SELECT FROM pg_trigger AS t
    WHERE t.tgrelid = c.oid AND t.tgtype & 19 = 19 -- row, before, update
  )
  AND c.relnamespace = ANY (%(schemas)s::oid[])
ORDER BY object
