-- stand_ins: what could pass for a rule of the table without being one
SELECT 'trigger' AS what, format('%s on %s', tgname, tgrelid::regclass) AS name
FROM pg_trigger WHERE NOT tgisinternal
UNION ALL
SELECT 'rule', format('%s on %s', rulename, ev_class::regclass)
FROM pg_rewrite WHERE rulename <> '_RETURN' AND ev_class >= 16384
UNION ALL
SELECT CASE relkind WHEN 'f' THEN 'foreign table' ELSE 'view' END, oid::regclass::TEXT
FROM pg_class WHERE relkind IN ('v', 'm', 'f') AND oid >= 16384
UNION ALL
SELECT 'row security', oid::regclass::TEXT FROM pg_class WHERE relrowsecurity
UNION ALL
SELECT 'not valid', conname FROM pg_constraint
WHERE NOT convalidated AND coalesce(to_jsonb(pg_constraint) ->> 'conenforced', 'true') = 'true'
UNION ALL
SELECT 'not enforced', conname FROM pg_constraint WHERE to_jsonb(pg_constraint) ->> 'conenforced' = 'false'
UNION ALL
SELECT 'setting', unnest(setconfig) FROM pg_db_role_setting
WHERE setrole = (SELECT oid FROM pg_roles WHERE rolname = session_user)
ORDER BY 1, 2
