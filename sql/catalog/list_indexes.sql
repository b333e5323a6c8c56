-- list_indexes: every index outside the system's schemas, as one would name it
SELECT i.indexrelid::REGCLASS::TEXT AS name
FROM pg_index AS i
JOIN pg_class AS c ON c.oid = i.indexrelid
JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE n.nspname NOT IN ('pg_catalog', 'pg_toast', 'information_schema')
ORDER BY i.indexrelid
