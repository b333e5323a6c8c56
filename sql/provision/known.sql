-- known: what there is of each name: its role, how it logs in and with which settings, its database, who may enter
-- strays: a statement for each place in which the role has set something for itself alone
SELECT n.name,
       r.oid IS NOT NULL AS role_there,
       (r.rolcanlogin, r.rolsuper, r.rolinherit, r.rolcreaterole, r.rolcreatedb, r.rolreplication, r.rolbypassrls, r.rolconnlimit)
         IS NOT DISTINCT FROM (true, false, true, false, false, false, false, %(sessions)s) AND coalesce(r.rolvaliduntil, 'infinity') = 'infinity' AS role_plain,
       r.rolpassword AS password,
       coalesce((SELECT s.setconfig FROM pg_catalog.pg_db_role_setting AS s WHERE s.setrole = r.oid AND s.setdatabase = 0), '{}') AS settings,
       ARRAY(SELECT pg_catalog.format('ALTER ROLE %%I IN DATABASE %%I RESET ALL', r.rolname, e.datname)
             FROM pg_catalog.pg_db_role_setting AS s JOIN pg_catalog.pg_database AS e ON e.oid = s.setdatabase
             WHERE s.setrole = r.oid) AS strays,
       d.oid IS NOT NULL AS database_there,
       coalesce(pg_catalog.shobj_description(d.oid, 'pg_database'), '') LIKE '{"lessonlab": "given"%%' AS database_whole,
       CASE WHEN r.oid IS NULL OR d.oid IS NULL THEN false
            ELSE pg_catalog.has_database_privilege(r.oid, d.oid, 'CONNECT')
                 AND pg_catalog.has_database_privilege(r.oid, d.oid, 'CREATE')
                 AND pg_catalog.has_database_privilege(r.oid, d.oid, 'TEMPORARY')
                 AND NOT pg_catalog.has_database_privilege('public', d.oid, 'CONNECT')
                 AND NOT pg_catalog.has_database_privilege('public', d.oid, 'TEMPORARY') END AS doors_right
FROM pg_catalog.unnest(%(names)s::TEXT[]) AS n (name)
LEFT JOIN pg_catalog.pg_authid AS r ON r.rolname = n.name
LEFT JOIN pg_catalog.pg_database AS d ON d.datname = n.name
