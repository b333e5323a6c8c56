-- owned: whether the database of this name is there, and whether this role may use it as its own
SELECT pg_catalog.pg_has_role(current_user, datdba, 'MEMBER') FROM pg_catalog.pg_database WHERE datname = %(name)s
