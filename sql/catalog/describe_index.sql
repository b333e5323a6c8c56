-- describe_index: an index by its name: the table it is on, the statement that takes it away with what needs it, and
-- the foreign keys that go with it
SELECT i.indexrelid::REGCLASS::TEXT AS name,
       i.indrelid::REGCLASS::TEXT AS relation,
       CASE WHEN c.oid IS NULL
         THEN 'DROP INDEX ' || i.indexrelid::REGCLASS || ' CASCADE'
         ELSE 'ALTER TABLE ' || i.indrelid::REGCLASS || ' DROP CONSTRAINT ' || quote_ident(c.conname) || ' CASCADE'
       END AS drop_statement,
       ARRAY (
         SELECT f.conname::TEXT
         FROM pg_constraint AS f
         WHERE f.conindid = i.indexrelid AND f.contype = 'f'
         ORDER BY f.conname
       ) AS foreign_keys
FROM pg_index AS i
LEFT JOIN pg_constraint AS c ON c.conindid = i.indexrelid AND c.contype IN ('p', 'u', 'x')
WHERE i.indexrelid = %(index)s::REGCLASS
