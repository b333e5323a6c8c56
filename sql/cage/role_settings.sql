-- role_settings: what a role has set for its own sessions, and whether it may still enter a database
SELECT pg_catalog.has_database_privilege(r.oid, %(database)s, 'CONNECT'),
       ARRAY(SELECT setting FROM pg_catalog.pg_db_role_setting AS s, pg_catalog.unnest(s.setconfig) AS setting
             WHERE s.setrole = r.oid)
FROM pg_catalog.pg_roles AS r
WHERE r.rolname = %(role)s
