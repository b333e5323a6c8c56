-- json is kept as text and read anew by every query; no GIN index takes it, and = does not compare it
-- level: cost
-- chapter: 03
SELECT c.name AS object,
       format_type(c.atttypid, NULL) AS seen,
       format('ALTER TABLE %%s ALTER COLUMN %%I TYPE jsonb', c.table_name, c.attname) AS cure
FROM columns AS c
WHERE c.type = 'json'::regtype AND NOT c.inherited
ORDER BY object
