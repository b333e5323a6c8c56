-- lab_databases: the databases cloned for notebooks, who owns each, its visitors and its size in bytes
SELECT d.datname,
       shobj_description(d.oid, 'pg_database'),
       (SELECT count(*) FROM pg_stat_activity AS a WHERE a.datid = d.oid)
FROM pg_database AS d
WHERE d.datname LIKE %(pattern)s AND pg_has_role(d.datdba, 'MEMBER')
ORDER BY d.datname
