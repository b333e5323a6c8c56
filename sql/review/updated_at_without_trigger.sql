-- it says when a row was last changed only if every statement that anybody writes remembers to set it
-- level: fault
-- chapter: 12
SELECT c.name AS object,
       'no trigger runs before an update' AS seen,
       format('CREATE TRIGGER … BEFORE UPDATE ON %%s FOR EACH ROW EXECUTE FUNCTION …', c.table_name) AS cure
FROM columns AS c
WHERE c.attname IN ('updated_at', 'modified_at', 'changed_at') AND c.attgenerated = ''
  AND NOT EXISTS (
    SELECT FROM pg_trigger AS t
    WHERE t.tgrelid = c.attrelid AND t.tgtype & 19 = 19 -- row, before, update; one that is switched off has its own rule
  )
ORDER BY object
