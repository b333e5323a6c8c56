-- stale_roles: the login roles of cages, and who each is for
SELECT rolname, shobj_description(oid, 'pg_authid')
FROM pg_roles
WHERE rolname LIKE %(pattern)s AND pg_has_role(oid, 'MEMBER')
