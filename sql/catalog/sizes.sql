-- sizes: the bytes of each database that the role may look into and drop
SELECT datname, CASE WHEN has_database_privilege(oid, 'CONNECT') THEN pg_database_size(oid) ELSE 0 END
FROM pg_database
WHERE pg_has_role(datdba, 'MEMBER')
