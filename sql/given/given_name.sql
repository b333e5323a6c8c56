-- given_name: the database that this session is in, where a class's server gave it to this role; no row elsewhere
SELECT d.datname
FROM pg_catalog.pg_database AS d
WHERE d.datname = pg_catalog.current_database()
      AND pg_catalog.shobj_description(d.oid, 'pg_database') LIKE '{"lessonlab": "given"%'
      AND NOT pg_catalog.pg_has_role(current_user, d.datdba, 'MEMBER')
