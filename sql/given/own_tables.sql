-- own_tables: DROP for each table of this role, parts before their whole: each takes few locks
SELECT pg_catalog.format('DROP TABLE IF EXISTS %I.%I CASCADE', n.nspname, c.relname)
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p') AND c.relpersistence <> 't' AND n.nspname NOT LIKE 'keep%'
      AND n.nspowner = (SELECT r.oid FROM pg_catalog.pg_roles AS r WHERE r.rolname = current_user)
ORDER BY c.relispartition DESC, c.relkind DESC, c.oid DESC
