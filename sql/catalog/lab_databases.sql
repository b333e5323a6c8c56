-- lab_databases: the databases cloned for notebooks, who owns each, its visitors; the one made last is the last
SELECT d.datname,
       shobj_description(d.oid, 'pg_database'),
       (SELECT count(*) FROM pg_stat_activity AS a WHERE a.datid = d.oid)
FROM pg_database AS d
WHERE d.datname LIKE %(pattern)s AND pg_has_role(d.datdba, 'MEMBER')
ORDER BY d.oid
