-- character(n) fills up with blanks and forgets those that were meant
-- level: note
-- chapter: 05
SELECT c.name AS object,
       format_type(c.type, c.modifier) AS seen,
       format('ALTER TABLE %%s ALTER COLUMN %%I TYPE text', c.table_name, c.attname) AS cure
FROM columns AS c
WHERE c.type = 'bpchar'::regtype AND NOT c.inherited
  AND c.modifier <> -1 -- without a length nothing is filled up
ORDER BY object
