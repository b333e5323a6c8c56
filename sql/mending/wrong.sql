-- wrong: what SQL can have put wrong on the lab's own server: what to say, and the statement that puts it right
-- No statement: only the rescue of a stopped server can.  Nothing to say: it belongs to what was said before.
WITH role AS (
  SELECT r.* FROM pg_catalog.pg_roles AS r WHERE r.rolname IN (%(admin)s, %(notebooks)s, %(superuser)s)
), notebooks AS (
  SELECT a.* FROM pg_catalog.pg_authid AS a WHERE a.rolname = %(notebooks)s
), asked AS (
  SELECT * FROM (VALUES (%(superuser)s), ('pg_monitor')) AS a (name)
), missing AS (
  SELECT name FROM (VALUES (%(notebooks)s), (%(superuser)s)) AS w (name)
  WHERE name NOT IN (SELECT rolname FROM role)
), own AS (
  SELECT d.*, NOT (d.datname LIKE 'lab\_%%' AND d.datname NOT LIKE 'lab\_cage\_%%') AS of_the_lab
  FROM pg_catalog.pg_database AS d
  WHERE d.datname IN ('postgres', 'template0', 'template1') OR d.datname ~ '^(lab|lessonlab)_'
), found (step, said, cure) AS (
  SELECT 0, 'the lab''s own role was no superuser', NULL
  FROM pg_catalog.pg_roles WHERE rolname = current_user AND NOT rolsuper
  UNION ALL
  SELECT 1, 'the lab''s own role was limited',
         pg_catalog.format('ALTER ROLE %%I LOGIN CONNECTION LIMIT -1 VALID UNTIL ''infinity''', rolname)
  FROM role WHERE rolname = %(admin)s AND (rolconnlimit <> -1 OR rolvaliduntil < 'infinity' OR NOT rolcanlogin)
  UNION ALL
  SELECT 2, pg_catalog.format('the role %%s was missing', name), pg_catalog.format(
           CASE name WHEN %(superuser)s THEN 'CREATE ROLE %%I SUPERUSER NOLOGIN'
           ELSE 'CREATE ROLE %%I LOGIN CREATEDB CREATEROLE PASSWORD %%L' END, name, %(verifier)s::TEXT)
  FROM missing
  UNION ALL
  SELECT 3, pg_catalog.format('the role %%s could not do what notebooks do', rolname), pg_catalog.format(
           'ALTER ROLE %%I LOGIN NOSUPERUSER INHERIT CREATEDB CREATEROLE NOREPLICATION NOBYPASSRLS
              CONNECTION LIMIT -1 VALID UNTIL ''infinity''', rolname)
  FROM notebooks
  WHERE (rolcanlogin, rolsuper, rolinherit, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls, rolconnlimit)
        <> (true, false, true, true, true, false, false, -1) OR rolvaliduntil < 'infinity'
  UNION ALL
  SELECT 3, pg_catalog.format('the role %%s had another password', rolname),
         pg_catalog.format('ALTER ROLE %%I PASSWORD %%L', rolname, %(verifier)s::TEXT)
  FROM notebooks WHERE rolpassword IS DISTINCT FROM %(verifier)s
  UNION ALL
  SELECT 3, pg_catalog.format('the role %%s was no superuser', rolname), pg_catalog.format('ALTER ROLE %%I SUPERUSER', rolname)
  FROM role WHERE rolname = %(superuser)s AND NOT rolsuper
  UNION ALL
  SELECT 3, pg_catalog.format('the role %%s was missing', w.name), pg_catalog.format(
           CASE WHEN EXISTS (SELECT FROM pg_catalog.pg_roles AS r WHERE r.oid = w.oid)
           THEN 'UPDATE pg_catalog.pg_authid SET rolname = %%1$L WHERE oid = %%2$s'
           ELSE 'INSERT INTO pg_catalog.pg_authid (oid, rolname, rolsuper, rolinherit, rolcreaterole, rolcreatedb,
                   rolcanlogin, rolreplication, rolbypassrls, rolconnlimit)
                 VALUES (%%2$s, %%1$L, false, true, false, false, false, false, false, -1)' END, w.name, w.oid)
  FROM (VALUES ('pg_monitor', 3373), ('pg_database_owner', 6171)) AS w (name, oid)
  WHERE w.name NOT IN (SELECT rolname FROM pg_catalog.pg_roles)
  UNION ALL
  SELECT 4, CASE WHEN EXISTS (SELECT FROM missing) THEN '' ELSE
           pg_catalog.format('the role %%s was no member of %%s', %(notebooks)s::TEXT, asked.name) END,
         pg_catalog.format('GRANT %%I TO %%I', asked.name, %(notebooks)s::TEXT) || CASE
           WHEN pg_catalog.current_setting('server_version_num')::INTEGER >= 160000
           THEN ' WITH INHERIT TRUE, SET TRUE' ELSE '' END
  FROM asked
  WHERE NOT EXISTS (
    SELECT FROM pg_catalog.pg_auth_members AS m
    WHERE m.member = (SELECT oid FROM notebooks)
          AND m.roleid = (SELECT r.oid FROM pg_catalog.pg_roles AS r WHERE r.rolname = asked.name)
          AND coalesce(pg_catalog.to_jsonb(m) ->> 'set_option', 'true') = 'true'
          AND coalesce(pg_catalog.to_jsonb(m) ->> 'inherit_option', 'true') = 'true'
  )
  UNION ALL
  SELECT 5, pg_catalog.format('%%s began every session with %%s',
                              coalesce(r.rolname, own.datname, 'ALTER ROLE ALL'),
                              pg_catalog.array_to_string(s.setconfig, ', ')),
         pg_catalog.format(CASE WHEN s.setdatabase = 0 AND s.setrole = 0 THEN 'ALTER ROLE ALL RESET ALL'
                                WHEN s.setdatabase = 0 THEN 'ALTER ROLE %%1$I RESET ALL'
                                WHEN s.setrole = 0 THEN 'ALTER DATABASE %%2$I RESET ALL'
                                ELSE 'ALTER ROLE %%1$I IN DATABASE %%2$I RESET ALL' END, r.rolname, own.datname)
  FROM pg_catalog.pg_db_role_setting AS s
  LEFT JOIN role AS r ON r.oid = s.setrole
  LEFT JOIN own ON own.oid = s.setdatabase AND own.of_the_lab
  WHERE (s.setrole = 0 OR r.oid IS NOT NULL) AND (s.setdatabase = 0 OR own.oid IS NOT NULL)
  UNION ALL
  SELECT 6, pg_catalog.format('the database %%s was missing', name),
         pg_catalog.format('CREATE DATABASE %%I TEMPLATE %%I', name, (
           SELECT datname FROM pg_catalog.pg_database
           WHERE datname IN ('template0', 'template1', 'postgres')
           ORDER BY datname <> 'template0', datname <> 'template1' LIMIT 1))
  FROM (VALUES ('postgres'), ('template0'), ('template1')) AS w (name)
  WHERE name NOT IN (SELECT datname FROM pg_catalog.pg_database)
  UNION ALL
  SELECT 7, pg_catalog.format('the database %%s let nobody in', datname),
         pg_catalog.format('ALTER DATABASE %%I WITH ALLOW_CONNECTIONS true CONNECTION LIMIT -1', datname)
  FROM own
  WHERE (datname IN ('postgres', 'template1') OR datname LIKE 'lessonlab\_progress\_%%' OR NOT of_the_lab)
        AND (NOT datallowconn OR datconnlimit NOT IN (-1, -2))
  UNION ALL
  SELECT 7, '', pg_catalog.format('ALTER DATABASE %%I WITH IS_TEMPLATE true ALLOW_CONNECTIONS %%s',
                                  datname, datname = 'template1')
  FROM own WHERE datname IN ('template0', 'template1') AND NOT datistemplate
  UNION ALL
  SELECT 8, pg_catalog.format('the database %%s belonged to another role', own.datname),
         pg_catalog.format('ALTER DATABASE %%I OWNER TO %%I', own.datname, w.name)
  FROM own CROSS JOIN LATERAL (
    SELECT CASE WHEN own.of_the_lab THEN %(admin)s ELSE %(notebooks)s END AS name
  ) AS w
  WHERE own.datname NOT LIKE '%%\_building' AND own.datdba IS DISTINCT FROM (SELECT r.oid FROM role AS r WHERE r.rolname = w.name)
        AND own.datconnlimit <> -2
  UNION ALL
  SELECT 9 + n, CASE n WHEN 0 THEN pg_catalog.format('the class in %%s was open to changes', datname) ELSE '' END,
         pg_catalog.format((ARRAY['ALTER DATABASE %%I IS_TEMPLATE false', 'DROP DATABASE %%I WITH (FORCE)'])[n + 1], datname)
  FROM own CROSS JOIN generate_series(0, 1) AS n
  WHERE datname LIKE 'lessonlab\_template\_%%' AND datname NOT LIKE '%%\_building' AND datallowconn
  UNION ALL
  SELECT 11 + n, CASE n WHEN 0 THEN 'ALTER SYSTEM had set ' || settings ELSE '' END,
         (ARRAY['ALTER SYSTEM RESET ALL', 'SELECT pg_catalog.pg_reload_conf()'])[n + 1]
  FROM (SELECT pg_catalog.string_agg(coalesce(name, 'what cannot be read'), ', ' ORDER BY seqno) AS settings
        FROM pg_catalog.pg_file_settings WHERE sourcefile LIKE '%%postgresql.auto.conf') AS a
  CROSS JOIN generate_series(0, 1) AS n
  WHERE settings IS NOT NULL AND %(settings)s
  UNION ALL
  SELECT 13, pg_catalog.format('the replication slot %%s kept every file of the log', slot_name),
         pg_catalog.format('SELECT pg_catalog.pg_drop_replication_slot(%%L)', slot_name)
  FROM pg_catalog.pg_replication_slots WHERE NOT active AND NOT temporary AND %(settings)s
)
SELECT said, cure FROM found ORDER BY step, cure
