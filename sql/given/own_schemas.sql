-- own_schemas: DROP for each schema of this role; one that is called keep… stays
SELECT pg_catalog.format('DROP SCHEMA IF EXISTS %I CASCADE', nspname)
FROM pg_catalog.pg_namespace
WHERE nspname NOT LIKE 'keep%'
      AND nspowner = (SELECT r.oid FROM pg_catalog.pg_roles AS r WHERE r.rolname = current_user)
