-- superuser_role: whether the role is none, and may become one by a name of ours
SELECT EXISTS (
  SELECT FROM pg_catalog.pg_roles AS s, pg_catalog.pg_roles AS me
  WHERE s.rolname = %(superuser)s AND s.rolsuper AND me.rolname = current_user AND NOT me.rolsuper
        AND pg_catalog.pg_has_role(session_user, s.oid, 'MEMBER')
)
