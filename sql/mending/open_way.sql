-- open_way: let the lab's own role in again, whatever was done to it; a line each, for a server without sessions
UPDATE pg_catalog.pg_authid SET rolname = rolname || '_' || oid WHERE rolname = %(admin)s AND oid <> 10;
INSERT INTO pg_catalog.pg_authid (oid, rolname, rolsuper, rolinherit, rolcreaterole, rolcreatedb, rolcanlogin, rolreplication, rolbypassrls, rolconnlimit) SELECT 10, %(admin)s, true, true, true, true, true, true, true, -1 WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_authid WHERE oid = 10);
UPDATE pg_catalog.pg_authid SET rolname = %(admin)s, rolsuper = true, rolinherit = true, rolcreaterole = true, rolcreatedb = true, rolcanlogin = true, rolreplication = true, rolbypassrls = true, rolconnlimit = -1, rolvaliduntil = NULL, rolpassword = %(verifier)s WHERE oid = 10;
DELETE FROM pg_catalog.pg_db_role_setting WHERE setrole IN (0, 10) AND setdatabase IN (SELECT oid FROM pg_catalog.pg_database WHERE datname IN ('postgres', 'template1') UNION ALL SELECT 0);
UPDATE pg_catalog.pg_database SET datallowconn = true, datconnlimit = -1 WHERE datname IN ('postgres', 'template1') AND datconnlimit <> -2;
CREATE DATABASE postgres TEMPLATE template0;
CREATE DATABASE postgres TEMPLATE template1;
