-- class_builders: what the role's sessions that build a class say of how far it is
SELECT application_name
FROM pg_catalog.pg_stat_activity
WHERE usename = current_user AND starts_with(application_name, %(beginning)s)
