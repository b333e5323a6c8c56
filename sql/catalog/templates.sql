-- templates: the role's databases whose name begins like a template's, their record and their size in bytes
SELECT datname,
       shobj_description(oid, 'pg_database'),
       CASE WHEN has_database_privilege(oid, 'CONNECT') THEN pg_database_size(oid) ELSE 0 END
FROM pg_database
WHERE datname LIKE %(pattern)s AND datdba = (SELECT oid FROM pg_roles WHERE rolname = current_user)
ORDER BY datname
